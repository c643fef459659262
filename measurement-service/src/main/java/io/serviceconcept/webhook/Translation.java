package io.serviceconcept.webhook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.serviceconcept.response.WrittenAnswer;
import io.serviceconcept.survey.QuestionType;
import io.serviceconcept.survey.SurveyEvent;
import io.serviceconcept.survey.SurveyVersion;
import io.serviceconcept.webhook.Mapping.MappedField;
import io.serviceconcept.webhook.Mapping.MappedQuestion;
import io.serviceconcept.webhook.ToolResponse.ToolAnswer;

/**
 * A tool's response in our words.
 *
 * @param response as it would be pushed
 * @param problems what is not in it
 */
record Translation(ObjectNode response, List<TranslationProblem> problems) {

    /**
     * @param about the tool's name of the question; never what was answered
     */
    record TranslationProblem(String about, String message) {
    }

    static Translation of(ToolResponse given, Mapping mapping, SurveyVersion survey) {
        ObjectNode response = JsonNodeFactory.instance.objectNode();
        put(response, "id", given.id());
        put(response, "interactionAt", given.at());
        ArrayNode answers = response.putArray("answers");
        List<TranslationProblem> problems = new ArrayList<>();
        Names names = new Names(mapping);
        for (ToolAnswer answer : given.answers()) {
            names.field(answer).ifPresentOrElse(field -> {
                answer.values().stream().limit(1).forEach(value -> response.put(field.ours(), value.getFirst()));
                tellOfTheRest(answer, answer.values().size(), problems);
            },
                    () -> names.question(answer).ifPresentOrElse(
                            question -> translate(answer, question, survey, answers, problems), () -> {
                                if (answer.isQuestion() && !names.isIgnored(answer)) {
                                    problems.add(new TranslationProblem(about(answer), "is no question of the mapping"));
                                }
                            }));
        }
        return new Translation(response, List.copyOf(problems));
    }

    private static void translate(ToolAnswer answer, MappedQuestion mapped, SurveyVersion survey, ArrayNode answers,
            List<TranslationProblem> problems) {
        Optional<SurveyEvent.Question> question = survey.question(mapped.ours());
        if (question.isEmpty()) {
            problems.add(new TranslationProblem(about(answer), "the survey has no question " + mapped.ours() + " any more"));
            return;
        }
        // several of theirs may mean one of ours
        Set<String> chosen = new LinkedHashSet<>();
        for (List<String> value : answer.values()) {
            mapped.ours(value).ifPresentOrElse(chosen::add,
                    () -> problems.add(new TranslationProblem(about(answer), "a choice is none of the mapping")));
        }
        boolean takesSeveral = question.get().type() == QuestionType.MULTIPLE_CHOICE;
        tellOfTheRest(answer, takesSeveral ? 1 : chosen.size(), problems);
        if (!chosen.isEmpty()) {
            answers.add(WrittenAnswer.of(question.get(), takesSeveral ? String.join("|", chosen)
                    : chosen.iterator().next()));
        }
    }

    /** @param given how many were given where one is taken */
    private static void tellOfTheRest(ToolAnswer answer, int given, List<TranslationProblem> problems) {
        if (answer.unread() > 0) {
            problems.add(new TranslationProblem(about(answer), "an answer is neither a text, a number nor a choice"));
        }
        if (given > 1) {
            problems.add(new TranslationProblem(about(answer), "several were given where one is taken: the first is"));
        }
    }

    private static void put(ObjectNode response, String field, @Nullable String value) {
        if (value != null) {
            response.put(field, value);
        }
    }

    private static String about(ToolAnswer answer) {
        String name = answer.names().isEmpty() ? "" : answer.names().getFirst();
        return name.length() <= 200 ? name : name.substring(0, 200);
    }

    /** What the tool's names stand for. */
    private record Names(Map<String, MappedQuestion> questions, Map<String, MappedField> fields, Mapping mapping) {

        Names(Mapping mapping) {
            this(new HashMap<>(), new HashMap<>(), mapping);
            mapping.questions().forEach(question -> questions.put(question.theirs(), question));
            mapping.fields().forEach(field -> fields.put(field.theirs(), field));
        }

        Optional<MappedQuestion> question(ToolAnswer answer) {
            return answer.names().stream().filter(questions::containsKey).map(questions::get).findFirst();
        }

        Optional<MappedField> field(ToolAnswer answer) {
            return answer.names().stream().filter(fields::containsKey).map(fields::get).findFirst();
        }

        boolean isIgnored(ToolAnswer answer) {
            return answer.names().stream().anyMatch(mapping.ignored()::contains);
        }
    }
}
