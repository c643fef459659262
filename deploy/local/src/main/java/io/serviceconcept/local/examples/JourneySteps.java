package io.serviceconcept.local.examples;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Draws the journeys of the concept as its designer and publishes them. */
final class JourneySteps {

    private final Story story;
    private final Ids ids;
    private final Caller designer;

    JourneySteps(Story story, Ids ids, People people) {
        this.story = story;
        this.ids = ids;
        this.designer = people.as("designer");
    }

    /** Finds the journeys by their names, makes what is missing of them and publishes them. */
    void make(String concept) {
        for (JsonNode entry : story.all("journeys")) {
            String journey = named(known(concept), entry).map(found -> found.path("id").asText())
                    .orElseGet(() -> create(concept, entry));
            ids.put("journey", Story.key(entry), journey);
            String path = "/v1/journeys/" + journey;
            for (JsonNode phase : entry.path("phases")) {
                phase(path, phase);
            }
            publish(path);
        }
    }

    /** Learns the ids of what is there; people may have changed a journey since. */
    void find(String concept) {
        for (JsonNode entry : story.all("journeys")) {
            named(known(concept), entry).ifPresent(found -> {
                ids.put("journey", Story.key(entry), found.path("id").asText());
                JsonNode phases = designer.get("/v1/journeys/" + found.path("id").asText()).body().path("phases");
                for (JsonNode phase : entry.path("phases")) {
                    named(phases, phase).ifPresent(there -> find(phase, there));
                }
            });
        }
    }

    private void find(JsonNode phase, JsonNode there) {
        ids.put("phase", Story.key(phase), there.path("id").asText());
        for (JsonNode touchpoint : phase.path("touchpoints")) {
            named(there.path("touchpoints"), touchpoint)
                    .ifPresent(found -> ids.put("touchpoint", Story.key(touchpoint), found.path("id").asText()));
        }
    }

    private List<JsonNode> known(String concept) {
        return designer.list("/v1/journeys?concept=" + concept);
    }

    private String create(String concept, JsonNode entry) {
        ObjectNode body = Story.body(entry, "name", "kind", "service", "groups").put("concept", concept);
        ids.resolve(body, "service", "service");
        ids.resolveAll(body, "groups", "customerGroup");
        return designer.create("/v1/journeys", body, story.idempotencyKey("journey", Story.key(entry))).id();
    }

    private void phase(String path, JsonNode entry) {
        Answer journey = designer.get(path);
        Optional<JsonNode> known = named(journey.body().path("phases"), entry);
        if (known.isEmpty()) {
            designer.add(path + "/phases", Story.body(entry, "name"), journey.etag());
            known = named(designer.get(path).body().path("phases"), entry);
        }
        JsonNode phase = known.orElseThrow(() -> new ExampleFailed("The phase " + entry.path("name") + " was added to " + path
                + " and is not there"));
        ids.put("phase", Story.key(entry), phase.path("id").asText());
        for (JsonNode touchpoint : entry.path("touchpoints")) {
            touchpoint(path, phase, touchpoint);
        }
    }

    private void touchpoint(String path, JsonNode phase, JsonNode entry) {
        Optional<JsonNode> known = named(phase.path("touchpoints"), entry);
        String id = known.isPresent() ? known.get().path("id").asText() : add(path, phase, entry);
        ids.put("touchpoint", Story.key(entry), id);
    }

    private String add(String path, JsonNode phase, JsonNode entry) {
        ObjectNode body = Story.body(entry, "name", "channel", "needs", "goal", "expectedFeeling", "painPoints",
                "momentOfTruth");
        body.put("phase", phase.path("id").asText());
        ids.resolve(body, "channel", "channel");
        ids.resolveAll(body, "needs", "need");
        return designer.add(path + "/touchpoints", body, designer.get(path).etag()).id();
    }

    private void publish(String path) {
        Answer journey = designer.get(path);
        if (!journey.body().path("published").asBoolean()) {
            designer.put(path + "/publication", null, journey.etag());
        }
    }

    private static Optional<JsonNode> named(Iterable<JsonNode> candidates, JsonNode entry) {
        return Named.among(candidates, entry.path("name").asText());
    }
}
