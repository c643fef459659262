package io.serviceconcept.indicator;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.eventsourcing.Append;
import io.serviceconcept.eventsourcing.AppendOutcome;
import io.serviceconcept.eventsourcing.CommandContext;
import io.serviceconcept.eventsourcing.Decision;
import io.serviceconcept.eventsourcing.EventStore;

/** Stores a new indicator, and with it the claim to be a concept's satisfaction indicator: both or neither. */
@ApplicationScoped
class DefineIndicator {

    private final EventStore store;
    private final IndicatorDecider decider = new IndicatorDecider();

    DefineIndicator(EventStore store) {
        this.store = store;
    }

    AppendOutcome define(CommandContext context, IndicatorEvent.Defined definition) {
        return switch (decider.decide(new IndicatorCommand.Define(definition), decider.initial())) {
            case Decision.Accepted<IndicatorEvent, IndicatorRejection> accepted ->
                store.append(new Append(context, changes(context.organisation(), definition, accepted.events())));
            case Decision.Rejected<IndicatorEvent, IndicatorRejection> rejected ->
                throw new IllegalStateException("a new indicator is never refused");
        };
    }

    private static List<Append.Change> changes(String organisation, IndicatorEvent.Defined definition,
            List<IndicatorEvent> events) {
        List<Append.Change> changes = new ArrayList<>();
        changes.add(new Append.Change(new IndicatorId(definition.indicator()).stream(organisation), 0, events));
        String concept = definition.satisfactionOf();
        if (concept != null) {
            changes.add(new Append.Change(SatisfactionClaimed.stream(organisation, concept), 0,
                    List.of(new SatisfactionClaimed(concept, definition.indicator()))));
        }
        return changes;
    }
}
