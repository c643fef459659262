package io.serviceconcept.local.examples;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the gateway answered.
 *
 * @param etag the version to change it by, where the resource has one
 * @param next the address of the next page of a list, unless this is the last
 */
record Answer(int status, JsonNode body, @Nullable String etag, @Nullable String next) {

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** Whether the problem is of that type; the types' addresses end in a stable name. */
    boolean isProblem(String name) {
        return !isSuccess() && isProblem(body, name);
    }

    static boolean isProblem(JsonNode problem, String name) {
        return problem.path("type").asText().endsWith("/" + name);
    }

    String id() {
        return body.path("id").asText();
    }

    /** The items of a list or of a batch's outcome. */
    List<JsonNode> items() {
        List<JsonNode> items = new ArrayList<>();
        (body.isArray() ? body : body.path("items")).forEach(items::add);
        return items;
    }
}
