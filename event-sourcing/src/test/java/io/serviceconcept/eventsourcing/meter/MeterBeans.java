package io.serviceconcept.eventsourcing.meter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.serviceconcept.eventsourcing.CommandHandler;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.EventTypes;
import io.serviceconcept.eventsourcing.PublicEvent;
import io.serviceconcept.eventsourcing.Publishing;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.testing.Readings;
import io.serviceconcept.eventsourcing.testing.Readings.MeterEvent;

@ApplicationScoped
class MeterBeans {

    @Produces
    @Singleton
    EventTypes types() {
        return Readings.TYPES;
    }

    @Produces
    @Singleton
    CommandHandler<MeterDecider.Command, MeterDecider.Meter, MeterEvent, MeterDecider.Rejection> handler(
            EventStore store) {
        return new CommandHandler<>(store, new MeterDecider(), MeterEvent.class);
    }

    @Produces
    @Singleton
    Publishing publishing() {
        return new Publishing() {
            @Override
            public String topic() {
                return "concept-events";
            }

            @Override
            public String source() {
                return "/meter-service";
            }

            @Override
            public boolean publishes(Class<?> eventType) {
                return true;
            }

            @Override
            public PublicEvent publish(RecordedEvent recorded) {
                return new PublicEvent(Readings.TYPES.nameOf(recorded.event().getClass()), recorded.event());
            }
        };
    }
}
