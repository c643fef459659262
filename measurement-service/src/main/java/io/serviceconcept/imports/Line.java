package io.serviceconcept.imports;

import java.util.function.ToIntFunction;

import com.fasterxml.jackson.databind.JsonNode;

/** A line of a file, read. */
sealed interface Line {

    /**
     * @param column where the value at a JSON Pointer into the item is in the line, or what should hold it
     */
    record Read(long line, JsonNode item, ToIntFunction<String> column) implements Line {
    }

    record Unread(LineError error) implements Line {
    }

    /** Nothing but spaces. */
    record Blank() implements Line {
    }
}
