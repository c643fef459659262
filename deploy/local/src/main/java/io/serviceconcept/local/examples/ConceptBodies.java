package io.serviceconcept.local.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the API is sent for each part of a concept. */
record ConceptBodies(Ids ids, ExampleDays days) {

    ObjectNode of(ConceptPart part, JsonNode entry) {
        return switch (part) {
            case LAYER -> Story.body(entry, "name", "approach", "position");
            case CHANNEL -> channel(entry);
            case CUSTOMER_GROUP -> customerGroup(entry);
            case NEED -> need(entry);
            case OBJECTIVE -> objective(entry);
        };
    }

    ObjectNode importance(JsonNode need) {
        ArrayNode values = Http.JSON.createArrayNode();
        need.path("importance").properties().forEach(value -> values.addObject()
                .put("group", ids.of("customerGroup", value.getKey()))
                .put("value", value.getValue().asInt()));
        return Http.JSON.createObjectNode().set("importance", values);
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
}
