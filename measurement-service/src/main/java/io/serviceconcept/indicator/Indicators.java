package io.serviceconcept.indicator;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.intake.Ids;

/** The definitions of indicators, for everyone in this service who measures by them. */
@ApplicationScoped
public class Indicators {

    private final EventStore store;
    private final IndicatorQueries queries;

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

    /** The rates of change of an indicator, as they are defined now. */
    public List<IndicatorEvent.Defined> changesOf(Connection connection, String organisation, String indicator)
            throws SQLException {
        return queries.changesOf(connection, organisation, indicator);
    }

    /** What happened to an indicator, the first first. */
    List<RecordedEvent> recorded(String organisation, String indicator) {
        if (!Ids.isId(indicator)) {
            return List.of();
        }
        return store.read(new IndicatorId(Ids.canonical(indicator)).stream(organisation), 0);
    }
}
