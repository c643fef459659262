package io.serviceconcept.journey;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.eventsourcing.CommandHandler;
import io.serviceconcept.journey.Journey.Mapped;

/** What journeys hold, for what names their parts from outside. */
@ApplicationScoped
public class JourneyParts {

    private final CommandHandler<JourneyCommand, Journey, JourneyEvent, JourneyRejection> handler;

    JourneyParts(CommandHandler<JourneyCommand, Journey, JourneyEvent, JourneyRejection> handler) {
        this.handler = handler;
    }

    /** The touchpoints of a journey; empty when the concept has no such journey. */
    public Optional<Set<UUID>> touchpoints(String organisation, UUID concept, UUID journey) {
        return handler.load(new JourneyId(journey).stream(organisation)).state() instanceof Mapped mapped
                && mapped.outline().concept().equals(concept)
                        ? Optional.of(touchpoints(mapped))
                        : Optional.empty();
    }

    private static Set<UUID> touchpoints(Mapped journey) {
        return journey.phases().list().stream().flatMap(phase -> phase.touchpoints().stream())
                .map(touchpoint -> touchpoint.id().value()).collect(Collectors.toUnmodifiableSet());
    }
}
