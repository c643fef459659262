package io.serviceconcept.journey.publishing;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.eventsourcing.PublicEvent;
import io.serviceconcept.eventsourcing.Publishing;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.journey.JourneyEvent.Published;
import io.serviceconcept.journey.JourneyEvent.PublishedPhase;
import io.serviceconcept.journey.JourneyEvent.PublishedTouchpoint;
import io.serviceconcept.journey.JourneyId;

/** Only published journeys leave the service; what is still being drawn stays inside. */
@ApplicationScoped
class JourneyPublishing implements Publishing {

    static final String JOURNEY_PUBLISHED = "journey.published.v1";

    /** The contract record of {@link #JOURNEY_PUBLISHED}, see {@code contracts/journey.published.v1.schema.json}. */
    record JourneyPublished(UUID journey, UUID concept, String name, String kind, List<UUID> groups, List<Phase> phases) {

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
        return eventType == Published.class;
    }

    @Override
    public PublicEvent publish(RecordedEvent recorded) {
        if (recorded.event() instanceof Published published) {
            return new PublicEvent(JOURNEY_PUBLISHED, contract(JourneyId.of(recorded.stream()), published));
        }
        throw new IllegalArgumentException("not public: " + recorded.event().getClass().getSimpleName());
    }

    private static JourneyPublished contract(JourneyId journey, Published published) {
        return new JourneyPublished(journey.value(), published.concept(), published.name(), published.kind().name(),
                published.groups(), published.phases().stream().map(JourneyPublishing::contract).toList());
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
