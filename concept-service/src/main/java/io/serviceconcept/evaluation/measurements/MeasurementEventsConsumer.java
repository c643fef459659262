package io.serviceconcept.evaluation.measurements;

import java.sql.Connection;
import java.sql.SQLException;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.serviceconcept.evaluation.measurements.MeasurementEvent.IndicatorDefined;
import io.serviceconcept.evaluation.measurements.MeasurementEvent.ResultReleased;
import io.serviceconcept.evaluation.measurements.MeasurementEvent.TargetJudged;
import io.serviceconcept.eventsourcing.InboundEvent;
import io.serviceconcept.eventsourcing.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;

/** Takes in what measurement-service says. */
@ApplicationScoped
class MeasurementEventsConsumer {

    private final Inbox inbox;

    MeasurementEventsConsumer(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("measurement-events")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records, MeasurementEventsConsumer::handle);
    }

    private static void handle(Connection connection, InboundEvent event) throws SQLException {
        MeasurementProjection copy = new MeasurementProjection(connection, event.organisation());
        switch (event.type()) {
            case "measurement.indicator-defined.v1" -> copy.write(event.as(IndicatorDefined.class));
            case "measurement.result-released.v1" -> copy.write(event.as(ResultReleased.class));
            case "measurement.target-judged.v1" -> copy.write(event.as(TargetJudged.class));
            default -> {
            }
        }
    }
}
