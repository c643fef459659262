package io.serviceconcept.journey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.serviceconcept.eventsourcing.CommandHandler;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.EventTypes;

/** The wire names of a journey's events: stored for ever, so a name is never changed or used again. */
@ApplicationScoped
public class JourneyEventTypes {

    public static EventTypes all() {
        return EventTypes.builder()
                .add("journey.created.v1", JourneyEvent.Created.class)
                .add("journey.outline-changed.v1", JourneyEvent.OutlineChanged.class)
                .add("journey.phase-added.v1", JourneyEvent.PhaseAdded.class)
                .add("journey.phase-renamed.v1", JourneyEvent.PhaseRenamed.class)
                .add("journey.phase-moved.v1", JourneyEvent.PhaseMoved.class)
                .add("journey.phase-removed.v1", JourneyEvent.PhaseRemoved.class)
                .add("journey.touchpoint-added.v1", JourneyEvent.TouchpointAdded.class)
                .add("journey.touchpoint-changed.v1", JourneyEvent.TouchpointChanged.class)
                .add("journey.touchpoint-moved.v1", JourneyEvent.TouchpointMoved.class)
                .add("journey.touchpoint-removed.v1", JourneyEvent.TouchpointRemoved.class)
                .add("journey.published.v1", JourneyEvent.Published.class)
                .build();
    }

    @Produces
    @Singleton
    static CommandHandler<JourneyCommand, Journey, JourneyEvent, JourneyRejection> commandHandler(EventStore store) {
        return new CommandHandler<>(store, new JourneyDecider(), JourneyEvent.class);
    }
}
