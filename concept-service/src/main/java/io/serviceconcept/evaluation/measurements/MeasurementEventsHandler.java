package io.serviceconcept.evaluation.measurements;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.evaluation.measurements.MeasurementEvent.IndicatorDefined;
import io.serviceconcept.evaluation.measurements.MeasurementEvent.MeasurementOverdue;
import io.serviceconcept.evaluation.measurements.MeasurementEvent.ResultReleased;
import io.serviceconcept.evaluation.measurements.MeasurementEvent.TargetJudged;
import io.serviceconcept.eventsourcing.InboundEvent;
import io.serviceconcept.eventsourcing.InboundHandler;
import io.serviceconcept.eventsourcing.Upserts;

/** Keeps the indicators, results and verdicts of measurement-service, and what it found overdue. */
@ApplicationScoped
class MeasurementEventsHandler implements InboundHandler {

    @Override
    public String source() {
        return "/measurement-service";
    }

    @Override
    public void handle(Connection connection, InboundEvent event) throws SQLException {
        handleStates(connection, List.of(event));
    }

    @Override
    public void handleStates(Connection connection, List<InboundEvent> states) throws SQLException {
        Upserts rows = new Upserts(connection);
        for (InboundEvent state : states) {
            write(new MeasurementProjection(rows, state.organisation()), state);
        }
        rows.execute();
    }

    private static void write(MeasurementProjection copy, InboundEvent event) {
        switch (event.type()) {
            case "measurement.indicator-defined.v1" -> copy.write(event.as(IndicatorDefined.class));
            case "measurement.result-released.v1" -> copy.write(event.as(ResultReleased.class));
            case "measurement.target-judged.v1" -> copy.write(event.as(TargetJudged.class));
            case "measurement.measurement-overdue.v1" -> copy.write(event.as(MeasurementOverdue.class));
            default -> {
            }
        }
    }
}
