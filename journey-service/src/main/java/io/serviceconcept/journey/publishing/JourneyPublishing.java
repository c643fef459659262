package io.serviceconcept.journey.publishing;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.PublicEvent;
import io.serviceconcept.eventsourcing.Publishing;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.journey.JourneyEvent.Published;
import io.serviceconcept.journey.JourneyEvent.PublishedPhase;
import io.serviceconcept.journey.JourneyEvent.PublishedTouchpoint;
import io.serviceconcept.journey.JourneyId;
import io.serviceconcept.requirement.RequirementEvent;
import io.serviceconcept.requirement.RequirementId;

/**
 * Only published journeys leave the service, what is still being drawn stays inside; and requirements, each time whole: who
 * keeps the last has the requirement as it is.
 */
@ApplicationScoped
class JourneyPublishing implements Publishing {

    static final String JOURNEY_PUBLISHED = "journey.published.v1";

    /** The contract record of {@link #JOURNEY_PUBLISHED}, see {@code contracts/journey.published.v1.schema.json}. */
    record JourneyPublished(UUID journey, UUID concept, String name, String kind, List<UUID> groups, List<Phase> phases,
            @Nullable String service) {

        record Phase(UUID id, String name, List<Touchpoint> touchpoints) {
        }

        record Touchpoint(UUID id, String name, UUID channel, List<UUID> needs) {
        }
    }

    @Override
    public String topic() {
        return "journey-events";
    }

    @Override
    public String source() {
        return "/journey-service";
    }

    @Override
    public boolean publishes(Class<?> eventType) {
        return eventType == Published.class || RequirementEvent.class.isAssignableFrom(eventType);
    }

    @Override
    public PublicEvent publish(RecordedEvent recorded) {
        return switch (recorded.event()) {
            case Published published -> new PublicEvent(JOURNEY_PUBLISHED,
                    contract(JourneyId.of(recorded.stream()), published));
            case RequirementEvent requirement -> new PublicEvent(type(requirement),
                    RequirementData.of(RequirementId.of(recorded.stream()), requirement));
            case Object inside -> throw new IllegalArgumentException("not public: " + inside.getClass().getSimpleName());
        };
    }

    /** Begun work is a change to others, and a requirement that is opened again is open to them as a new one is. */
    private static String type(RequirementEvent event) {
        return switch (event) {
            case RequirementEvent.Opened opened -> "requirement.opened.v1";
            case RequirementEvent.Reopened reopened -> "requirement.opened.v1";
            case RequirementEvent.Changed changed -> "requirement.changed.v1";
            case RequirementEvent.Started started -> "requirement.changed.v1";
            case RequirementEvent.Fulfilled fulfilled -> "requirement.fulfilled.v1";
            case RequirementEvent.Waived waived -> "requirement.waived.v1";
        };
    }

    private static JourneyPublished contract(JourneyId journey, Published published) {
        return new JourneyPublished(journey.value(), published.concept(), published.name(), published.kind().name(),
                published.groups(), published.phases().stream().map(JourneyPublishing::contract).toList(),
                published.service());
    }

    private static JourneyPublished.Phase contract(PublishedPhase phase) {
        return new JourneyPublished.Phase(phase.id().value(), phase.name(),
                phase.touchpoints().stream().map(JourneyPublishing::contract).toList());
    }

    private static JourneyPublished.Touchpoint contract(PublishedTouchpoint touchpoint) {
        return new JourneyPublished.Touchpoint(touchpoint.id().value(), touchpoint.name(), touchpoint.channel(),
                touchpoint.needs());
    }
}
