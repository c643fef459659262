package io.serviceconcept.eventsourcing.http;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for.
 *
 * @param limit 1–200 of most lists, 50 when not given
 * @param after the sort key of the last item that was seen, null for the first page
 */
public record PageRequest(int limit, @Nullable String after) {

    private static final int LARGEST = 200;

    /**
     * @throws InvalidInput when the limit is out of range or the cursor was not given out by this API
     */
    public static PageRequest of(@Nullable Integer limit, @Nullable String cursor) {
        return of(limit, cursor, LARGEST);
    }

    /**
     * As {@link #of(Integer, String)}, of a list whose pages may hold more than those of others.
     *
     * @param largest the highest limit
     */
    public static PageRequest of(@Nullable Integer limit, @Nullable String cursor, int largest) {
        if (limit != null && (limit < 1 || limit > largest)) {
            throw new InvalidInput("?limit", "is 1-" + largest);
        }
        return new PageRequest(limit == null ? 50 : limit, cursor == null ? null : Cursors.read(cursor));
    }

    /**
     * The sort key of a list that is ordered by a number, 0 for the first page.
     *
     * @throws InvalidInput when the cursor was given out for another list
     */
    public long number() {
        try {
            return after == null ? 0 : Long.parseLong(after);
        } catch (NumberFormatException e) {
            throw new InvalidInput("?cursor", "was not given out for this list");
        }
    }

    /**
     * The place of the last item that was seen, null for the first page.
     *
     * @throws InvalidInput when the cursor was given out for another list, or for this one in another order
     */
    public @Nullable Place place(Sort sort) {
        if (after == null) {
            return null;
        }
        String[] parts = after.split(" ", 3);
        if (parts.length < 3 || !parts[0].equals(sort.parameter())) {
            throw new InvalidInput("?cursor", "was not given out for this list");
        }
        return new Place(parts[2], parts[1]);
    }
}
