package io.serviceconcept.eventsourcing.http;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a list is ordered by. What is equal in that is ordered by its id, so that every item has one place.
 *
 * @param key the field
 */
public record Sort(String key, boolean descending) {

    /**
     * @param asked the query parameter {@code sort}: a field, with a minus before it for the other way round; null for the
     *        first of the fields
     * @param keys the fields that the list can be ordered by, the usual one first
     * @throws InvalidInput when the list cannot be ordered by it
     */
    public static Sort of(@Nullable String asked, String... keys) {
        if (asked == null) {
            return new Sort(keys[0], false);
        }
        boolean descending = asked.startsWith("-");
        String key = descending ? asked.substring(1) : asked;
        if (!List.of(keys).contains(key)) {
            throw new InvalidInput("?sort", "is one of " + parameters(List.of(keys)));
        }
        return new Sort(key, descending);
    }

    /** All that can be asked for when these are the fields. */
    public static List<String> parameters(List<String> keys) {
        List<String> parameters = new ArrayList<>();
        keys.forEach(key -> {
            parameters.add(key);
            parameters.add('-' + key);
        });
        return parameters;
    }

    /** As it is asked for. */
    public String parameter() {
        return descending ? '-' + key : key;
    }

    /**
     * In a query, what comes after the item with {@code :key} and {@code :after}, its {@link Place}.
     *
     * @param id the column that holds ids
     */
    public String beyond(String id) {
        return "(%1$s %3$s :key or %1$s = :key and %2$s %3$s :after)".formatted(key, id, descending ? "<" : ">");
    }

    /** How a query says this order. */
    public String orderBy(String id) {
        return " order by %1$s %3$s, %2$s %3$s".formatted(key, id, descending ? "desc" : "asc");
    }
}
