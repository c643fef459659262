package io.serviceconcept.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.eventsourcing.Append;
import io.serviceconcept.eventsourcing.AppendOutcome;
import io.serviceconcept.eventsourcing.CommandContext;
import io.serviceconcept.eventsourcing.CommandHandler;
import io.serviceconcept.eventsourcing.Decision;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.Handled;
import io.serviceconcept.eventsourcing.http.InvalidInput;

/** Defines indicators, and defines them anew. */
@ApplicationScoped
class IndicatorCommands {

    private final EventStore store;
    private final Indicators indicators;
    private final IndicatorDecider decider = new IndicatorDecider();
    private final CommandHandler<IndicatorCommand, Indicator, IndicatorEvent, IndicatorRejection> handler;

    IndicatorCommands(EventStore store, Indicators indicators) {
        this.store = store;
        this.indicators = indicators;
        this.handler = new CommandHandler<>(store, decider, IndicatorEvent.class);
    }

    /** Stores a new indicator, and with it the claim to be a concept's satisfaction indicator: both or neither. */
    AppendOutcome define(CommandContext context, IndicatorEvent.Defined definition) {
        checkChange(context.organisation(), definition);
        return switch (decider.decide(new IndicatorCommand.Define(definition), decider.initial())) {
            case Decision.Accepted<IndicatorEvent, IndicatorRejection> accepted ->
                store.append(new Append(context, changes(context.organisation(), definition, accepted.events())));
            case Decision.Rejected<IndicatorEvent, IndicatorRejection> rejected ->
                throw new IllegalStateException("a new indicator is never refused");
        };
    }

    /** @param expected the version that the caller has seen */
    Handled<Indicator, IndicatorEvent, IndicatorRejection> redefine(CommandContext context, long expected,
            IndicatorEvent.Defined definition) {
        checkChange(context.organisation(), definition);
        try {
            return handler.handle(context, new IndicatorId(definition.indicator()).stream(context.organisation()), expected,
                    new IndicatorCommand.Redefine(definition));
        } finally {
            indicators.changed(context.organisation(), definition.indicator());
        }
    }

    /** A change of a change would be compared with nothing: what is known of it is about one baseline year. */
    private void checkChange(String organisation, IndicatorEvent.Defined definition) {
        ChangeOf change = definition.change();
        if (change == null) {
            return;
        }
        Optional<IndicatorEvent.Defined> compared = indicators.find(organisation, change.indicator());
        if (compared.isEmpty()) {
            throw new InvalidInput("/change/indicator", "is not a known indicator");
        }
        if (compared.get().kind() == IndicatorKind.RATE_OF_CHANGE) {
            throw new InvalidInput("/change/indicator", "is a change itself");
        }
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
