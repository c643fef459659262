package io.serviceconcept.local.examples;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/** Finds things by their names. */
final class Named {

    private Named() {
    }

    /** The one in the collection that is called exactly so. */
    static Optional<JsonNode> find(Caller reader, String collection, String name) {
        return among(reader.list(collection + "?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8)), name);
    }

    static Optional<JsonNode> among(Iterable<JsonNode> candidates, String name) {
        for (JsonNode candidate : candidates) {
            if (candidate.path("name").asText().equals(name)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
