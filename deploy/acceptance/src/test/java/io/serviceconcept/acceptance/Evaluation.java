package io.serviceconcept.acceptance;

import java.math.BigDecimal;

import com.fasterxml.jackson.databind.JsonNode;

import io.serviceconcept.local.examples.LoadedExample;

/** A concept's evaluation as its readers see it through the gateway. */
record Evaluation(JsonNode json) {

    static Evaluation of(LoadedExample example, String reader) {
        return new Evaluation(Gateway.get(reader, "/v1/concepts/" + example.concept() + "/evaluation"));
    }

    JsonNode objective(String id) {
        return one(json.path("objectives"), id);
    }

    JsonNode channel(String id) {
        return one(json.path("channels"), id);
    }

    static BigDecimal number(JsonNode from, String pointer) {
        JsonNode number = from.at(pointer);
        if (!number.isNumber()) {
            throw new AssertionError(pointer + " is no number in " + from);
        }
        return number.decimalValue();
    }

    private static JsonNode one(JsonNode items, String id) {
        for (JsonNode item : items) {
            if (item.path("id").asText().equals(id)) {
                return item;
            }
        }
        throw new AssertionError(id + " is not in " + items);
    }
}
