package io.serviceconcept.webhook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import io.serviceconcept.intake.LooseFields;
import io.serviceconcept.webhook.ToolResponse.Telling;
import io.serviceconcept.webhook.ToolResponse.ToolAnswer;

/** What a tool sends, which is read only after its signature was verified. */
sealed interface ToolPayload {

    /** Something was answered. */
    record Answered(ToolResponse response) implements ToolPayload {
    }

    /** Something that is not taken in, as a response that is not finished. */
    record OfNoConcern(String event) implements ToolPayload {
    }

    static ToolPayload of(Tool tool, JsonNode json) {
        return switch (tool) {
            case STANDARD -> standard(json);
            case FORMBRICKS -> formbricks(json);
            case TYPEFORM -> typeform(json);
        };
    }

    private static ToolPayload standard(JsonNode json) {
        String type = json.path("type").asText();
        if (!type.equals("response.received") && !type.equals("response.corrected")) {
            return new OfNoConcern(type);
        }
        JsonNode data = json.path("data");
        List<ToolAnswer> answers = answers(data.path("answers"), true);
        answers.addAll(answers(data.path("fields"), false));
        return new Answered(new ToolResponse(text(data.path("id")), text(data.path("interactionAt")),
                new LooseFields(json).instant("timestamp"),
                type.equals("response.corrected") ? Telling.LATEST : Telling.NEW, answers));
    }

    /** Both events tell all that was answered, and the one may come before the other; a later one may overtake both. */
    private static ToolPayload formbricks(JsonNode json) {
        String event = json.path("event").asText();
        JsonNode data = json.path("data");
        boolean isFinished = event.equals("responseFinished")
                || event.equals("responseUpdated") && data.path("finished").asBoolean();
        return isFinished ? new Answered(new ToolResponse(text(data.path("id")), text(data.path("createdAt")),
                new LooseFields(data).instant("updatedAt"), Telling.LATEST, answers(data.path("data"), true)))
                : new OfNoConcern(event);
    }

    private static ToolPayload typeform(JsonNode json) {
        String event = json.path("event_type").asText();
        if (!event.equals("form_response")) {
            return new OfNoConcern(event);
        }
        JsonNode response = json.path("form_response");
        List<ToolAnswer> answers = new ArrayList<>();
        for (JsonNode answer : response.path("answers")) {
            JsonNode field = answer.path("field");
            List<List<String>> values = typeformValues(answer).stream().filter(names -> !names.isEmpty()).toList();
            answers.add(new ToolAnswer(texts(field.path("ref"), field.path("id")), values, values.isEmpty() ? 1 : 0, true));
        }
        answers.addAll(answers(response.path("hidden"), false));
        return new Answered(
                new ToolResponse(text(response.path("token")), text(response.path("submitted_at")), null, Telling.ONCE,
                        answers));
    }

    /** The name of the type is the name of the field that holds the value. */
    private static List<List<String>> typeformValues(JsonNode answer) {
        String type = answer.path("type").asText();
        JsonNode value = answer.path(type);
        return switch (type) {
            case "choice" -> List.of(choice(value));
            case "choices" -> choices(value);
            default -> values(value);
        };
    }

    private static List<String> choice(JsonNode choice) {
        return texts(choice.path("ref"), choice.path("id"), choice.path("label"), choice.path("other"));
    }

    private static List<List<String>> choices(JsonNode choices) {
        List<List<String>> values = new ArrayList<>();
        int count = Math.max(choices.path("labels").size(),
                Math.max(choices.path("refs").size(), choices.path("ids").size()));
        for (int i = 0; i < count; i++) {
            values.add(texts(choices.path("refs").path(i), choices.path("ids").path(i), choices.path("labels").path(i)));
        }
        if (choices.hasNonNull("other")) {
            values.add(texts(choices.path("other")));
        }
        return values;
    }

    private static List<ToolAnswer> answers(JsonNode byName, boolean areQuestions) {
        List<ToolAnswer> answers = new ArrayList<>();
        for (Map.Entry<String, JsonNode> answer : byName.properties()) {
            answers.add(new ToolAnswer(List.of(answer.getKey()), values(answer.getValue()), unread(answer.getValue()),
                    areQuestions));
        }
        return answers;
    }

    /** A value, or several; what is neither a text, a number nor a boolean is none. */
    private static List<List<String>> values(JsonNode value) {
        return all(value).map(ToolPayload::texts).filter(names -> !names.isEmpty()).toList();
    }

    /** How many are none although something is there: a matrix, as a survey has no question for. */
    private static int unread(JsonNode value) {
        return (int) all(value).filter(JsonNode::isContainerNode).count();
    }

    private static Stream<JsonNode> all(JsonNode value) {
        return value.isArray() ? StreamSupport.stream(value.spliterator(), false) : Stream.of(value);
    }

    private static List<String> texts(JsonNode... nodes) {
        List<String> texts = new ArrayList<>();
        for (JsonNode node : nodes) {
            String text = text(node);
            if (text != null && !text.isEmpty()) {
                texts.add(text);
            }
        }
        return texts;
    }

    private static @Nullable String text(JsonNode node) {
        if (node.isNumber()) {
            return node.decimalValue().toPlainString();
        }
        return node.isTextual() || node.isBoolean() ? node.asText() : null;
    }
}
