package io.serviceconcept.intake;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The fields of a JSON object that may be of any shape: a field of the wrong type is as good as absent, because the schema
 * tells about that. So the rules can be checked as far as they go, and all violations be listed at once.
 */
public record LooseFields(JsonNode json) {

    public boolean has(String field) {
        return json.hasNonNull(field);
    }

    public LooseFields object(String field) {
        return new LooseFields(json.path(field));
    }

    public @Nullable String text(String field) {
        return json.path(field).textValue();
    }

    public @Nullable BigDecimal number(String field) {
        JsonNode value = json.path(field);
        return value.isNumber() ? value.decimalValue() : null;
    }

    public @Nullable LocalDate day(String field) {
        String text = text(field);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    public @Nullable Instant instant(String field) {
        String text = text(field);
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
