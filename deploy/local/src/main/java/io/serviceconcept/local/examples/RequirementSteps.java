package io.serviceconcept.local.examples;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Opens what must be in place before a channel can open, as the concept's designer, and takes it as far as it is. */
final class RequirementSteps {

    private static final List<String> WAY = List.of("OPEN", "IN_PROGRESS", "FULFILLED");
    private static final String PATH = "/v1/requirements";

    private final Story story;
    private final Ids ids;
    private final ExampleDays days;
    private final Caller designer;
    private final String concept;

    RequirementSteps(Story story, Ids ids, ExampleDays days, People people, String concept) {
        this.story = story;
        this.ids = ids;
        this.days = days;
        this.designer = people.as("designer");
        this.concept = concept;
    }

    /** Finds the requirements by their names and makes what is missing of them. */
    void make() {
        List<JsonNode> known = known();
        for (JsonNode entry : story.all("requirements")) {
            String id = named(known, entry).orElseGet(() -> designer
                    .create(PATH, body(entry), story.idempotencyKey("requirement", Story.key(entry))).id());
            ids.put("requirement", Story.key(entry), id);
            move(PATH + "/" + id, entry.path("state").asText());
        }
    }

    /** Learns the ids of what is there; people may have changed a requirement since. */
    void find() {
        List<JsonNode> known = known();
        for (JsonNode entry : story.all("requirements")) {
            named(known, entry).ifPresent(id -> ids.put("requirement", Story.key(entry), id));
        }
    }

    private List<JsonNode> known() {
        return designer.list(PATH + "?concept=" + concept);
    }

    private static Optional<String> named(List<JsonNode> known, JsonNode entry) {
        return Named.among(known, entry.path("name").asText()).map(found -> found.path("id").asText());
    }

    private ObjectNode body(JsonNode entry) {
        ObjectNode body = Story.body(entry, "name", "kind", "channel", "journey", "touchpoint", "needs", "department", "owner",
                "dueDate", "blocking").put("concept", concept);
        ids.resolve(body, "channel", "channel");
        ids.resolve(body, "journey", "journey");
        ids.resolve(body, "touchpoint", "touchpoint");
        ids.resolveAll(body, "needs", "need");
        days.resolve(body, "dueDate");
        return body;
    }

    private void move(String requirement, String wanted) {
        Answer now = designer.get(requirement);
        int from = WAY.indexOf(now.body().path("state").asText());
        for (int step = from + 1; step <= WAY.indexOf(wanted); step++) {
            ObjectNode state = Http.JSON.createObjectNode().put("state", WAY.get(step));
            now = designer.put(requirement + "/state", state, now.etag());
        }
    }
}
