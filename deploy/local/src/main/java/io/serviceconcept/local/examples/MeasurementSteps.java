package io.serviceconcept.local.examples;

import java.time.Instant;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Defines what is measured as the example's analyst. */
final class MeasurementSteps {

    private final Story story;
    private final Ids ids;
    private final Caller analyst;

    MeasurementSteps(Story story, Ids ids, People people) {
        this.story = story;
        this.ids = ids;
        this.analyst = people.as("analyst");
    }

    void indicators(String concept) {
        for (JsonNode entry : story.all("indicators")) {
            String key = Story.key(entry);
            String name = story.name(entry);
            Optional<JsonNode> known = Named.find(analyst, "/v1/indicators", name);
            ids.put("indicator", key, known.isPresent()
                    ? known.get().path("id").asText()
                    : analyst.create("/v1/indicators", indicator(entry, name, concept), story.idempotencyKey("indicator", key))
                            .id());
        }
    }

    /**
     * The moment from which the example's surveys are in use. The first survey to be made settles it, so that every
     * later load, maybe in another month, counts its days from the same moment.
     */
    Optional<Instant> startOfUse() {
        for (JsonNode entry : story.all("surveys")) {
            Optional<JsonNode> known = Named.find(analyst, "/v1/surveys", story.name(entry));
            if (known.isPresent()) {
                JsonNode whole = analyst.get("/v1/surveys/" + known.get().path("id").asText()).body();
                return Optional.of(Instant.parse(whole.path("inUseFrom").asText()));
            }
        }
        return Optional.empty();
    }

    void surveys(String concept, ExampleDays days) {
        for (JsonNode entry : story.all("surveys")) {
            String key = Story.key(entry);
            String name = story.name(entry);
            Optional<JsonNode> known = Named.find(analyst, "/v1/surveys", name);
            ids.put("survey", key, known.isPresent()
                    ? known.get().path("id").asText()
                    : analyst.create("/v1/surveys", survey(entry, name, concept, days), story.idempotencyKey("survey", key))
                            .id());
        }
    }

    private static ObjectNode indicator(JsonNode entry, String name, String concept) {
        ObjectNode body = Story.body(entry, "unit", "better", "audience", "kind", "scale", "minimumN", "anchors", "locations")
                .put("name", name);
        if (entry.path("satisfaction").asBoolean()) {
            body.put("satisfactionOf", concept);
        }
        return body;
    }

    private ObjectNode survey(JsonNode entry, String name, String concept, ExampleDays days) {
        ObjectNode body = Story.body(entry, "channel", "touchpoint")
                .put("name", name)
                .put("concept", concept)
                .put("inUseFrom", days.start().toString());
        ids.resolve(body, "channel", "channel");
        ids.resolve(body, "touchpoint", "touchpoint");
        ArrayNode questions = body.putArray("questions");
        for (JsonNode one : entry.path("questions")) {
            ObjectNode question = Story.body(one, "id", "text", "scale", "indicators", "need");
            ids.resolveAll(question, "indicators", "indicator");
            ids.resolve(question, "need", "need");
            questions.add(question);
        }
        return body;
    }
}
