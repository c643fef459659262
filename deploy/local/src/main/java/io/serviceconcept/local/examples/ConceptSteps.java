package io.serviceconcept.local.examples;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Builds the concept as its designer, then proposes and adopts it as its manager. */
final class ConceptSteps {

    /** How long an indicator may take from measurement-service to concept-service. */
    private static final Duration INDICATOR_ARRIVES = Duration.ofSeconds(15);

    private final Story story;
    private final Ids ids;
    private final People people;
    private final Caller designer;
    private final String concept;

    private ConceptSteps(Story story, Ids ids, People people, String concept) {
        this.story = story;
        this.ids = ids;
        this.people = people;
        this.designer = people.as("designer");
        this.concept = concept;
    }

    /** Finds the concept by its slug, or makes it. */
    static ConceptSteps start(Story story, Ids ids, People people) {
        Caller designer = people.as("designer");
        List<JsonNode> found = designer.list("/v1/concepts?slug=" + story.slug());
        if (!found.isEmpty()) {
            return new ConceptSteps(story, ids, people, found.getFirst().path("id").asText());
        }
        ObjectNode body = Story.body(story.concept(), "description")
                .put("name", story.name(story.concept()))
                .put("slug", story.slug());
        String id = designer.create("/v1/concepts", body, story.idempotencyKey("concept", "itself")).id();
        return new ConceptSteps(story, ids, people, id);
    }

    String concept() {
        return concept;
    }

    /** Whether the first edition exists: from then on the draft belongs to the people and is left alone. */
    boolean isAdopted() {
        return designer.get(path("")).body().path("draftEdition").asInt() > 1;
    }

    /** Learns the ids of what the first edition holds. */
    void edition() {
        JsonNode edition = designer.get(path("/editions/1")).body();
        for (ConceptPart part : ConceptPart.values()) {
            Map<String, String> known = idsByIdentity(part, edition.path(part.member()));
            for (JsonNode entry : story.all(part.member())) {
                ids.put(part.kind(), Story.key(entry), known.getOrDefault(part.identity(entry, ids), ""));
            }
        }
    }

    /** Everything of the draft but what is measured, which needs the indicators. */
    void draft(ConceptBodies bodies) {
        if (isDraft()) {
            direction();
        }
        Stream.of(ConceptPart.values()).filter(part -> !part.isMeasured()).forEach(part -> parts(part, bodies));
        if (isDraft()) {
            importance(bodies);
            new MatrixSteps(story, ids, people, concept).assess();
            statuses();
        }
    }

    /** The objectives and the service levels. */
    void measured(ConceptBodies bodies) {
        Stream.of(ConceptPart.values()).filter(ConceptPart::isMeasured).forEach(part -> parts(part, bodies));
    }

    void adopt(ExampleDays days) {
        Caller manager = people.as("manager");
        if (isDraft()) {
            propose(manager);
        }
        ObjectNode edition = Http.JSON.createObjectNode().put("inForceFrom", days.inForceFrom().toString());
        manager.add(path("/editions"), edition, manager.get(path("")).etag());
    }

    private void propose(Caller manager) {
        Answer answer = Patience.until(outcome -> !waitsForIndicators(outcome), INDICATOR_ARRIVES,
                () -> manager.tryPut(path("/proposal"), null, manager.get(path("")).etag()));
        if (!answer.isSuccess()) {
            throw new ExampleFailed(manager.describe("PUT", path("/proposal")) + " was answered " + answer.status() + ": "
                    + answer.body());
        }
    }

    /** The only thing that stands in the way is an indicator that has not arrived yet. */
    private static boolean waitsForIndicators(Answer answer) {
        if (!answer.isProblem("concept-not-coherent")) {
            return false;
        }
        for (JsonNode reason : answer.body().path("blockingReasons")) {
            if (!reason.path("code").asText().equals("unknown-indicator")) {
                return false;
            }
        }
        return true;
    }

    private void direction() {
        Answer now = designer.get(path("/direction"));
        if (now.body().path("mission").asText("").isEmpty()) {
            ObjectNode body = Story.body(story.direction(), "mission", "vision", "values", "ambition", "policyChoices",
                    "budgetPerMonth");
            designer.put(path("/direction"), body, now.etag());
        }
    }

    /** Finds the parts of a kind by what they are known by and makes those that are missing. */
    private void parts(ConceptPart part, ConceptBodies bodies) {
        String path = path("/" + part.collection());
        Map<String, String> known = idsByIdentity(part, designer.list(path));
        for (JsonNode entry : story.all(part.member())) {
            String key = Story.key(entry);
            String id = known.get(part.identity(entry, ids));
            if (id == null) {
                id = designer.create(path, bodies.of(part, entry), story.idempotencyKey(part.kind(), key)).id();
            }
            ids.put(part.kind(), key, id);
        }
    }

    private void importance(ConceptBodies bodies) {
        for (JsonNode need : story.all("needs")) {
            if (need.has("importance")) {
                String path = path("/needs/" + ids.of("need", Story.key(need)) + "/importance");
                Answer now = designer.get(path);
                if (now.body().path("importance").isEmpty()) {
                    designer.put(path, bodies.importance(need), now.etag());
                }
            }
        }
    }

    private void statuses() {
        for (JsonNode channel : story.all("channels")) {
            String path = path("/channels/" + ids.of("channel", Story.key(channel)));
            Answer now = designer.get(path);
            if (!now.body().path("status").equals(channel.path("status"))) {
                designer.put(path + "/status", Story.body(channel, "status"), now.etag());
            }
        }
    }

    private boolean isDraft() {
        return designer.get(path("")).body().path("state").asText().equals("DRAFT");
    }

    private static Map<String, String> idsByIdentity(ConceptPart kind, Iterable<JsonNode> parts) {
        Map<String, String> ids = new HashMap<>();
        parts.forEach(part -> ids.put(kind.identity(part), part.path("id").asText()));
        return ids;
    }

    private String path(String rest) {
        return "/v1/concepts/" + concept + rest;
    }
}
