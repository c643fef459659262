package io.serviceconcept.eventsourcing.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * Where an item is in a list.
 *
 * @param key its value of what the list is ordered by, which others may share
 * @param id its own, without a space
 */
public record Place(String key, String id) {

    static final Comparator<Place> ORDER = Comparator.comparing(Place::key).thenComparing(Place::id);

    /**
     * @throws InvalidInput when the place is one in a list of something else
     */
    public long number() {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw new InvalidInput("?cursor", "was not given out for this list");
        }
    }

    /**
     * @throws InvalidInput when the place is one in a list of something else
     */
    public Instant instant() {
        try {
            return Instant.parse(key);
        } catch (DateTimeException e) {
            throw new InvalidInput("?cursor", "was not given out for this list");
        }
    }

    /**
     * @throws InvalidInput when the place is one in a list of something else
     */
    public UUID uuid() {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("?cursor", "was not given out for this list");
        }
    }
}
