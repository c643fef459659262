package io.serviceconcept.history;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.http.Place;
import io.serviceconcept.eventsourcing.http.Sort;
import io.serviceconcept.history.Histories.HistoryEntry;

/**
 * Which entries of a history are asked for, and in which order.
 *
 * @param event the stable name of what happened; null for all
 * @param who the subject of the token of whoever did it; null for all
 */
public record HistoryFilter(Sort sort, @Nullable String event, @Nullable String who) {

    /**
     * @param sort version, or -version for the last first
     * @throws io.serviceconcept.eventsourcing.http.InvalidInput when it cannot be ordered so
     */
    public static HistoryFilter asked(@Nullable String sort, @Nullable String event, @Nullable String who) {
        return new HistoryFilter(Sort.of(sort, "version"), event, who);
    }

    boolean holds(HistoryEntry entry) {
        return (event == null || event.equals(entry.event())) && (who == null || who.equals(entry.who()));
    }

    static Place place(HistoryEntry entry) {
        return new Place(String.format(Locale.ROOT, "%019d", entry.version()), Long.toString(entry.version()));
    }
}
