package io.serviceconcept.indicator;

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

    Indicators(EventStore store) {
        this.store = store;
    }

    /** The definition in use, empty when the organisation has no such indicator. */
    public Optional<IndicatorEvent.Defined> find(String organisation, String indicator) {
        if (!Ids.isId(indicator)) {
            return Optional.empty();
        }
        List<RecordedEvent> events = store.read(new IndicatorId(Ids.canonical(indicator)).stream(organisation), 0);
        return events.isEmpty() ? Optional.empty() : Optional.of((IndicatorEvent.Defined) events.getLast().event());
    }
}
