package io.serviceconcept.response;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.serviceconcept.survey.QuestionType;
import io.serviceconcept.survey.SurveyEvent;

/**
 * An answer that was written as a text, in a table or by a tool that knows only texts, as the JSON that is pushed. What the
 * text says is not judged here: the rules of responses do that.
 */
public final class WrittenAnswer {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,50}(\\.\\d{1,50})?");
    /** Between the options of one answer. */
    private static final String BETWEEN = "|";

    private WrittenAnswer() {
    }

    /** @param text a number with a point; options by their ids, several divided by {@code |}; yes or no; or what was written */
    public static ObjectNode of(SurveyEvent.Question question, String text) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("question", question.id());
        switch (question.type()) {
            case RATING, MARK, NPS -> put(answer, "value", text);
            case YES_NO -> answer.putArray("options").add(yesOrNo(text));
            case SINGLE_CHOICE -> answer.putArray("options").add(text);
            case MULTIPLE_CHOICE -> {
                ArrayNode options = answer.putArray("options");
                Arrays.stream(text.split(Pattern.quote(BETWEEN))).map(String::strip).filter(option -> !option.isEmpty())
                        .forEach(options::add);
            }
            case TEXT -> answer.put("text", text);
        }
        return answer;
    }

    /** What is no number stays a text, so that the schema tells about it. */
    public static void put(ObjectNode object, String field, String number) {
        if (NUMBER.matcher(number).matches()) {
            // a whole number stays one, where only whole numbers are taken
            object.set(field, number.indexOf('.') < 0 ? JsonNodeFactory.instance.numberNode(new BigInteger(number))
                    : JsonNodeFactory.instance.numberNode(new BigDecimal(number)));
        } else {
            object.put(field, number);
        }
    }

    private static String yesOrNo(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "ja", "true", "1" -> QuestionType.YES;
            case "no", "nee", "false", "0" -> QuestionType.NO;
            default -> text;
        };
    }
}
