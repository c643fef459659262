package io.serviceconcept.concept;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.serviceconcept.eventsourcing.EventTypes;

/** Records as trees of JSON: exact decimals that stay as they are written (100, not 1E+2), and no nulls. */
final class Trees {

    private static final JsonMapper MAPPER = EventTypes.json().rebuild()
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES).build();

    private Trees() {
    }

    static JsonNode of(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** Reads what was checked before. */
    static <T> T read(JsonNode json, Class<T> type) {
        try {
            return MAPPER.treeToValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("is not a " + type.getSimpleName(), e);
        }
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }
}
