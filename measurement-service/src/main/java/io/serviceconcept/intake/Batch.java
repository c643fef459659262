package io.serviceconcept.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import io.serviceconcept.eventsourcing.http.InvalidInput;
import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.eventsourcing.http.StrictJson;
import io.serviceconcept.eventsourcing.http.Violation;

/** The items of a body that holds many: each readable or not by itself. */
public final class Batch {

    public static final int LARGEST = 1_000;

    private Batch() {
    }

    /** Whether a media type is that of newline-delimited JSON. */
    public static boolean isLines(@Nullable String type) {
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("application/x-ndjson");
    }

    /** One item of a batch. */
    public sealed interface Item {
        record Readable(JsonNode json) implements Item {
        }

        record Unreadable(List<Violation> violations) implements Item {
        }
    }

    /**
     * The items of a JSON array.
     *
     * @throws InvalidInput when it is not an array
     */
    public static List<Item> ofArray(JsonNode array) {
        if (!array.isArray()) {
            throw new InvalidInput("", "must be an array");
        }
        refuseMoreThanLargest(array.size());
        List<Item> items = new ArrayList<>(array.size());
        array.forEach(item -> items.add(new Item.Readable(item)));
        return items;
    }

    /** The items of newline-delimited JSON, one a line; a line that is not JSON spoils itself alone. */
    public static List<Item> ofLines(byte[] bytes, StrictJson json) {
        List<Item> items = new ArrayList<>();
        int start = 0;
        while (start < bytes.length) {
            int end = start;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            byte[] line = Arrays.copyOfRange(bytes, start, end);
            if (!isBlank(line)) {
                refuseMoreThanLargest(items.size() + 1);
                items.add(ofLine(line, json));
            }
            start = end + 1;
        }
        return items;
    }

    private static Item ofLine(byte[] line, StrictJson json) {
        try {
            return new Item.Readable(json.parse(line));
        } catch (InvalidInput e) {
            return new Item.Unreadable(e.violations());
        }
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    private static void refuseMoreThanLargest(int size) {
        if (size > LARGEST) {
            throw Problem.of(413, "too-large", "Too large", "A batch holds at most " + LARGEST + " items.").exception();
        }
    }
}
