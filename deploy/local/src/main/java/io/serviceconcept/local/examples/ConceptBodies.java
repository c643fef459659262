package io.serviceconcept.local.examples;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the API is sent for each part of a concept. */
record ConceptBodies(Story story, Ids ids, ExampleDays days) {

    /** What the keys of a slice refer to. */
    private static final Map<String, List<String>> SLICES = Map.of("CHANNEL", List.of("channel"), "LAYER", List.of("layer"),
            "SERVICE", List.of("service"), "GROUP", List.of("customerGroup"), "NEED", List.of("need"), "NEED_CHANNEL",
            List.of("need", "channel"), "NEED_GROUP",
            List.of("need", "customerGroup"));

    ObjectNode of(ConceptPart part, JsonNode entry) {
        ObjectNode body = switch (part) {
            case LAYER -> Story.body(entry, "name", "approach", "position");
            case CHANNEL -> channel(entry);
            case CUSTOMER_GROUP -> customerGroup(entry);
            case NEED -> need(entry);
            case SERVICE -> Story.body(entry, "name", "description");
            case OFFER -> offer(entry);
            case CHANNEL_SHIFT -> Story.body(entry, "from", "to", "percentage", "startDate", "dueDate", "reason");
            case HAND_OVER -> Story.body(entry, "from", "to", "passes", "occasion");
            case ASSUMPTION -> assumption(entry);
            case STAKEHOLDER -> Story.body(entry, "name", "influence", "interest", "support", "remark");
            case RESEARCH_ACTIVITY -> researchActivity(entry);
            case INSIGHT -> insight(entry);
            case OBJECTIVE -> objective(entry);
            case SERVICE_LEVEL -> serviceLevel(entry);
        };
        part.joins().forEach((member, kind) -> ids.resolve(body, member, kind));
        days.resolve(body, "startDate", "endDate", "dueDate");
        return body;
    }

    /** The source of an importance is the research that it comes from, and its date the last day of that. */
    ObjectNode importance(JsonNode need) {
        ArrayNode values = Http.JSON.createArrayNode();
        ObjectNode source = source(need.path("importanceFrom").asText());
        need.path("importance").properties().forEach(value -> {
            ObjectNode importance = values.addObject()
                    .put("group", ids.of("customerGroup", value.getKey()))
                    .put("value", value.getValue().asInt());
            importance.setAll(source);
            JsonNode expectation = need.path("expectation").path(value.getKey());
            if (!expectation.isMissingNode()) {
                importance.set("expectation", expectation);
            }
        });
        return Http.JSON.createObjectNode().set("importance", values);
    }

    private ObjectNode source(String research) {
        ObjectNode source = Http.JSON.createObjectNode();
        for (JsonNode activity : story.all(ConceptPart.RESEARCH_ACTIVITY.member())) {
            if (Story.key(activity).equals(research)) {
                source.set("source", activity.path("name"));
                source.set("date", activity.path("endDate"));
                days.resolve(source, "date");
            }
        }
        return source;
    }

    private ObjectNode channel(JsonNode entry) {
        ObjectNode body = Story.body(entry, "name", "kind", "layer", "means", "costPerContact", "capacityPerMonth",
                "volumePerMonth", "legallyRequired", "feasibility");
        ids.resolve(body, "layer", "layer");
        return body;
    }

    private ObjectNode customerGroup(JsonNode entry) {
        ObjectNode body = Story.body(entry, "name", "description", "share", "selfReliance", "digitalSkill",
                "contactPreferences", "homeLayer", "otherLayers");
        ids.resolve(body, "homeLayer", "layer");
        ids.resolveAll(body, "otherLayers", "layer");
        ArrayNode unusable = body.putArray("unusableChannels");
        for (JsonNode one : entry.path("unusableChannels")) {
            ObjectNode channel = Story.body(one, "channel", "reason");
            ids.resolve(channel, "channel", "channel");
            unusable.add(channel);
        }
        return body;
    }

    private ObjectNode need(JsonNode entry) {
        ObjectNode body = Story.body(entry, "name", "description", "coreNeed", "audience");
        ids.resolve(body, "coreNeed", "need");
        return body;
    }

    /** Opening hours have a name in the file, because many offers share them. */
    private ObjectNode offer(JsonNode entry) {
        ObjectNode body = Story.body(entry, "service", "channel", "group", "languages", "accessibility", "promise",
                "answerTime");
        if (entry.has("hours")) {
            body.set("openingHours", story.content().path("openingHours").path(entry.path("hours").asText()).deepCopy());
        }
        return body;
    }

    private ObjectNode assumption(JsonNode entry) {
        ObjectNode body = Story.body(entry, "name", "description", "impact", "uncertainty", "status", "channel", "means",
                "owner", "dueDate", "evidence");
        ids.resolve(body, "channel", "channel");
        return body;
    }

    private ObjectNode researchActivity(JsonNode entry) {
        ObjectNode body = Story.body(entry, "name", "description", "kind", "startDate", "endDate", "participants", "groups",
                "organisationLevel");
        ids.resolveAll(body, "groups", "customerGroup");
        return body;
    }

    private ObjectNode insight(JsonNode entry) {
        ObjectNode body = Story.body(entry, "name", "text", "evidence", "researchActivity", "needs");
        ids.resolve(body, "researchActivity", "researchActivity");
        ids.resolveAll(body, "needs", "need");
        return body;
    }

    private ObjectNode objective(JsonNode entry) {
        ObjectNode body = Story.body(entry, "name", "indicator", "target", "window", "weight", "owner")
                .put("dueDate", days.dueDate().toString());
        ids.resolve(body, "indicator", "indicator");
        ObjectNode target = (ObjectNode) body.path("target");
        if (target.path("measure").asText().equals("CHANGE")) {
            target.put("baselineYear", days.baselineYear());
        }
        return body;
    }

    private ObjectNode serviceLevel(JsonNode entry) {
        ObjectNode body = Story.body(entry, "name", "promise", "service", "indicator", "norm", "window");
        ids.resolve(body, "service", "service");
        ids.resolve(body, "indicator", "indicator");
        if (entry.has("slice")) {
            body.set("slice", slice(entry.path("slice")));
        }
        return body;
    }

    private ObjectNode slice(JsonNode entry) {
        String dimension = entry.path("dimension").asText();
        List<String> kinds = SLICES.getOrDefault(dimension, List.of());
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < kinds.size(); i++) {
            key.append(i == 0 ? "" : "|").append(ids.of(kinds.get(i), entry.path("keys").path(i).asText()));
        }
        return Http.JSON.createObjectNode().put("dimension", dimension).put("key", key.toString());
    }
}
