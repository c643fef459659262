package io.serviceconcept.local.examples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An example's file.
 *
 * @param copy empty for the example itself; otherwise what the names of this copy end with, so that it can live beside it
 */
record Story(JsonNode content, String copy) {

    static Story read(Path file, String copy) {
        try {
            return new Story(Http.JSON.readTree(file.toFile()), copy);
        } catch (IOException e) {
            throw new ExampleFailed("The example " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    String organisation() {
        return content.path("organisation").asText();
    }

    /** Who takes the steps of a role: {@code designer}, {@code analyst}, {@code manager} or {@code sender}. */
    String person(String role) {
        return content.path("people").path(role).asText();
    }

    String slug() {
        String slug = content.path("concept").path("slug").asText();
        return copy.isEmpty() ? slug : slug + "-" + copy;
    }

    /** The name of something that must be unique within the organisation. */
    String name(JsonNode entry) {
        String name = entry.path("name").asText();
        return copy.isEmpty() ? name : name + " (" + copy + ")";
    }

    /** The same on every load, so that a create that is sent again is recognised. */
    String idempotencyKey(String kind, String key) {
        return "example-" + slug() + "-" + kind + "-" + key;
    }

    JsonNode concept() {
        return content.path("concept");
    }

    JsonNode direction() {
        return content.path("direction");
    }

    List<JsonNode> all(String kind) {
        List<JsonNode> entries = new ArrayList<>();
        content.path(kind).forEach(entries::add);
        return entries;
    }

    static String key(JsonNode entry) {
        return entry.path("key").asText();
    }

    /** A request body of the entry's named members; those it does not have stay away. */
    static ObjectNode body(JsonNode entry, String... members) {
        ObjectNode body = Http.JSON.createObjectNode();
        for (String member : members) {
            if (entry.has(member)) {
                body.set(member, entry.path(member).deepCopy());
            }
        }
        return body;
    }
}
