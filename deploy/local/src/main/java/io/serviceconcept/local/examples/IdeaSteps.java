package io.serviceconcept.local.examples;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Proposes the ideas of the concept as its designer, tests them, and moves them as far as they are. */
final class IdeaSteps {

    private static final List<String> ACCEPTED = List.of("PROPOSED", "SELECTED", "IN_TEST", "VALIDATED", "REALISED");
    private static final List<String> REJECTED = List.of("PROPOSED", "SELECTED", "IN_TEST", "REJECTED");

    private final Story story;
    private final Ids ids;
    private final ExampleDays days;
    private final Caller designer;
    private final String path;

    IdeaSteps(Story story, Ids ids, ExampleDays days, People people, String concept) {
        this.story = story;
        this.ids = ids;
        this.days = days;
        this.designer = people.as("designer");
        this.path = "/v1/concepts/" + concept + "/ideas";
    }

    /** Finds the ideas by their titles and makes what is missing of them. */
    void make() {
        List<JsonNode> known = designer.list(path);
        for (JsonNode entry : story.all("ideas")) {
            String key = Story.key(entry);
            String id = idOf(entry, known);
            if (id.isEmpty()) {
                id = designer.create(path, idea(entry), story.idempotencyKey("idea", key)).id();
            }
            ids.put("idea", key, id);
            tests(path + "/" + id, entry);
            move(path + "/" + id, entry);
        }
    }

    /** Learns the ids of what is there; people may have changed an idea since. */
    void find() {
        List<JsonNode> known = designer.list(path);
        for (JsonNode entry : story.all("ideas")) {
            String id = idOf(entry, known);
            ids.put("idea", Story.key(entry), id);
        }
    }

    private static String idOf(JsonNode entry, List<JsonNode> known) {
        return known.stream().filter(idea -> idea.path("title").equals(entry.path("title"))).findFirst()
                .map(idea -> idea.path("id").asText()).orElse("");
    }

    private ObjectNode idea(JsonNode entry) {
        ObjectNode body = Story.body(entry, "title", "description", "origin", "features", "processes", "systems", "needs",
                "channels", "scores", "cost", "owner");
        ids.resolveAll(body, "needs", "need");
        ids.resolveAll(body, "channels", "channel");
        ArrayNode effects = body.putArray("expectedEffects");
        for (JsonNode one : entry.path("expectedEffects")) {
            ObjectNode effect = Story.body(one, "need", "channel", "fit");
            ids.resolve(effect, "need", "need");
            ids.resolve(effect, "channel", "channel");
            effects.add(effect);
        }
        return body;
    }

    /** Tests have no name: those that are there are the first of the file. */
    private void tests(String idea, JsonNode entry) {
        List<JsonNode> known = new ArrayList<>(designer.list(idea + "/tests"));
        int index = 0;
        for (JsonNode test : entry.path("tests")) {
            String id = index < known.size() ? known.get(index).path("id").asText()
                    : designer.add(idea + "/tests", test(test), designer.get(idea).etag()).id();
            quotes(idea + "/tests/" + id + "/quotes", test);
            index++;
        }
    }

    private ObjectNode test(JsonNode entry) {
        ObjectNode body = Story.body(entry, "target", "kind", "from", "until", "participants", "groups", "result", "verdict");
        ids.resolve((ObjectNode) body.path("target"), "channel", "channel");
        ids.resolveAll(body, "groups", "customerGroup");
        days.resolve(body, "from", "until");
        return body;
    }

    private void quotes(String path, JsonNode test) {
        if (test.path("quotes").isEmpty()) {
            return;
        }
        Set<String> known = new HashSet<>();
        designer.list(path).forEach(quote -> known.add(quote.path("text").asText()));
        for (JsonNode quote : test.path("quotes")) {
            if (!known.contains(quote.path("text").asText())) {
                designer.post(path, Story.body(quote, "pseudonym", "text"));
            }
        }
    }

    private void move(String idea, JsonNode entry) {
        String wanted = entry.path("state").asText();
        List<String> way = wanted.equals("REJECTED") ? REJECTED : ACCEPTED;
        Answer now = designer.get(idea);
        int from = way.indexOf(now.body().path("state").asText());
        for (int step = from + 1; step <= way.indexOf(wanted); step++) {
            ObjectNode transition = Http.JSON.createObjectNode().put("to", way.get(step));
            transition.set("reason", entry.path("reason"));
            now = designer.add(idea + "/transitions", transition, now.etag());
        }
    }
}
