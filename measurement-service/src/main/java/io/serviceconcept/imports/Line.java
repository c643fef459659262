package io.serviceconcept.imports;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

/** A line of a file, read. */
sealed interface Line {

    /**
     * @param column the number of the column that a JSON Pointer into the item comes from
     */
    record Read(long line, JsonNode item, Function<String, @Nullable Integer> column) implements Line {
    }

    record Unread(LineError error) implements Line {
    }

    /** Nothing but spaces. */
    record Blank() implements Line {
    }
}
