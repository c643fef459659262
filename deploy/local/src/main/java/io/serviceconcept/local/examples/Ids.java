package io.serviceconcept.local.examples;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The ids that the platform gave to the keys of an example; a key is unique within its kind. */
final class Ids {

    private final Map<String, String> ids = new LinkedHashMap<>();

    void put(String kind, String key, String id) {
        ids.put(kind + "/" + key, id);
    }

    String of(String kind, String key) {
        String id = ids.get(kind + "/" + key);
        if (id == null) {
            throw new ExampleFailed("The example refers to the " + kind + " '" + key + "', which it does not hold");
        }
        return id;
    }

    /** Replaces the key in the member by its id; an absent member is left absent. */
    void resolve(ObjectNode body, String member, String kind) {
        if (body.has(member)) {
            body.put(member, of(kind, body.path(member).asText()));
        }
    }

    /** Replaces every key in the array by its id. */
    void resolveAll(ObjectNode body, String member, String kind) {
        if (body.has(member)) {
            ArrayNode resolved = Http.JSON.createArrayNode();
            for (JsonNode key : body.path(member)) {
                resolved.add(of(kind, key.asText()));
            }
            body.set(member, resolved);
        }
    }

    Map<String, String> asMap() {
        return Map.copyOf(ids);
    }
}
