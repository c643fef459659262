package io.serviceconcept.local.examples;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Pushes the answers and the counts of the example as its sender. */
final class SendingSteps {

    private static final Set<Integer> STORED = Set.of(200, 201);

    private final Story story;
    private final Ids ids;
    private final Caller sender;

    SendingSteps(Story story, Ids ids, People people) {
        this.story = story;
        this.ids = ids;
        this.sender = people.as("sender");
    }

    /** Pushes what is missing of the answers and says how many were new. */
    int responses(ExampleDays days) {
        int added = 0;
        for (JsonNode survey : story.all("surveys")) {
            JsonNode responses = survey.path("responses");
            ArrayNode batch = Http.JSON.createArrayNode();
            for (JsonNode entry : responses) {
                batch.add(response(entry, days.moment(batch.size(), responses.size()).toString()));
            }
            if (!batch.isEmpty()) {
                added += push("/v1/surveys/" + ids.of("survey", Story.key(survey)) + "/responses/batch", batch);
            }
        }
        return added;
    }

    /** Pushes what is missing of the visitors: twelve months of the baseline year, the closed ones of the measured year. */
    int visitors(ExampleDays days) {
        ArrayNode batch = Http.JSON.createArrayNode();
        for (JsonNode entry : story.all("visitors")) {
            for (int month = 1; month <= 12; month++) {
                batch.add(visitors(entry, "baselineYear", YearMonth.of(days.baselineYear(), month)));
            }
            for (int month = 1; month <= days.closedMonths(); month++) {
                batch.add(visitors(entry, "measuredYear", YearMonth.of(days.measuredYear(), month)));
            }
        }
        return batch.isEmpty() ? 0 : push("/v1/observations", batch);
    }

    private ObjectNode response(JsonNode entry, String interactionAt) {
        ObjectNode body = Story.body(entry, "id", "group").put("interactionAt", interactionAt);
        ids.resolve(body, "group", "customerGroup");
        ArrayNode answers = body.putArray("answers");
        entry.path("answers").properties().forEach(answer -> answers.addObject()
                .put("question", answer.getKey())
                .set("value", answer.getValue()));
        return body;
    }

    private ObjectNode visitors(JsonNode entry, String year, YearMonth month) {
        String location = entry.path("location").asText();
        return Http.JSON.createObjectNode()
                .put("source", "visitor-counters-" + story.slug())
                .put("key", location + " " + month)
                .put("indicator", ids.of("indicator", entry.path("indicator").asText()))
                .put("from", month.atDay(1).toString())
                .put("to", month.atEndOfMonth().toString())
                .put("location", location)
                .set("value", entry.path(year).path(month.getMonthValue() - 1));
    }

    private int push(String path, ArrayNode batch) {
        List<JsonNode> outcomes = sender.post(path, batch).items();
        int added = 0;
        for (JsonNode outcome : outcomes) {
            int status = outcome.path("status").asInt();
            if (!STORED.contains(status) && !isFromAnEarlierLoad(outcome)) {
                throw new ExampleFailed(sender.describe("POST", path) + ": item " + outcome.path("index") + " was answered "
                        + status + ": " + outcome.path("problem"));
            }
            added += status == 201 ? 1 : 0;
        }
        if (outcomes.size() != batch.size()) {
            throw new ExampleFailed(sender.describe("POST", path) + ": " + batch.size() + " items were sent and "
                    + outcomes.size() + " answered");
        }
        return added;
    }

    /** The same answer was spread over a shorter stretch of the month then; it stays where it is. */
    private static boolean isFromAnEarlierLoad(JsonNode outcome) {
        return Answer.isProblem(outcome.path("problem"), "response-id-reused");
    }
}
