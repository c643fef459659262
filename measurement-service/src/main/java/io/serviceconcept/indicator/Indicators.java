package io.serviceconcept.indicator;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.eventsourcing.AsOf;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.intake.Ids;

/** The definitions of indicators, for everyone in this service who measures by them. */
@ApplicationScoped
public class Indicators {

    private static final int KEPT = 10_000;

    /** How long what another instance defined may be unknown here. */
    private static final long FRESH = Duration.ofSeconds(1).toNanos();

    private final EventStore store;
    private final IndicatorQueries queries;
    private final Map<StreamId, Known> known = new ConcurrentHashMap<>();

    private record Known(List<IndicatorEvent.Defined> versions, long readAt) {

        boolean isFresh() {
            return System.nanoTime() - readAt < FRESH;
        }
    }

    Indicators(EventStore store, IndicatorQueries queries) {
        this.store = store;
        this.queries = queries;
    }

    /** The definition in use, empty when the organisation has no such indicator. */
    public Optional<IndicatorEvent.Defined> find(String organisation, String indicator) {
        List<IndicatorEvent.Defined> versions = versions(organisation, indicator);
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
    }

    /**
     * The definition as it was in a version, empty when there is none.
     *
     * @param version from 1
     */
    public Optional<IndicatorEvent.Defined> find(String organisation, String indicator, int version) {
        return versions(organisation, indicator).stream().filter(defined -> defined.version() == version).findFirst();
    }

    /** All versions of the definition, the first first; none when the organisation has no such indicator. */
    public List<IndicatorEvent.Defined> versions(String organisation, String indicator) {
        return recorded(organisation, indicator).stream()
                .map(recorded -> (IndicatorEvent.Defined) recorded.event()).toList();
    }

    /** As {@link #versions}, as they were known within the last second: for who only shows what was released. */
    public List<IndicatorEvent.Defined> lastKnown(String organisation, String indicator) {
        if (!Ids.isId(indicator)) {
            return List.of();
        }
        StreamId stream = stream(organisation, indicator);
        Known kept = known.get(stream);
        if (kept != null && kept.isFresh()) {
            return kept.versions();
        }
        Known read = new Known(versions(organisation, indicator), System.nanoTime());
        if (!read.versions().isEmpty() && (known.size() < KEPT || known.containsKey(stream))) {
            known.put(stream, read);
        }
        return read.versions();
    }

    /** Forgets what was known before, because it was changed. */
    void changed(String organisation, String indicator) {
        known.remove(stream(organisation, indicator));
    }

    private static StreamId stream(String organisation, String indicator) {
        return new IndicatorId(Ids.canonical(indicator)).stream(organisation);
    }

    /** The rates of change of an indicator, as they are defined now. */
    public List<IndicatorEvent.Defined> changesOf(Connection connection, String organisation, String indicator)
            throws SQLException {
        return queries.changesOf(connection, organisation, indicator);
    }

    /** What happened to an indicator, the first first. */
    List<RecordedEvent> recorded(String organisation, String indicator) {
        return recorded(organisation, indicator, AsOf.now());
    }

    /** The same, as far as it was recorded then. */
    List<RecordedEvent> recorded(String organisation, String indicator, AsOf asOf) {
        return Ids.isId(indicator) ? store.read(stream(organisation, indicator), asOf) : List.of();
    }
}
