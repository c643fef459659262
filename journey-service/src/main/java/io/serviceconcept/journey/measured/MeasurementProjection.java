package io.serviceconcept.journey.measured;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.eventsourcing.InboundEvent;
import io.serviceconcept.eventsourcing.InboundHandler;
import io.serviceconcept.eventsourcing.Upserts;
import io.serviceconcept.journey.measured.MeasurementRecords.IndicatorDefined;
import io.serviceconcept.journey.measured.MeasurementRecords.Interval;
import io.serviceconcept.journey.measured.MeasurementRecords.ResultReleased;

/** Keeps the satisfaction indicators and the last released result of each touchpoint and period. */
@ApplicationScoped
class MeasurementProjection implements InboundHandler {

    private static final String DEFINED = """
            insert into satisfaction_indicator (organisation, indicator, concept, name, unit, defined_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (organisation, indicator) do update set concept = excluded.concept, name = excluded.name,
                unit = excluded.unit, defined_at = excluded.defined_at
            """;
    private static final String NO_LONGER_SATISFACTION = """
            delete from satisfaction_indicator where organisation = ? and indicator = ?
            """;
    // a state may come twice, or after a later one: the highest revision stays
    private static final String RELEASED = """
            insert into touchpoint_result (organisation, indicator, touchpoint, period_kind, period_from, period_to,
                period_label, state, n, figure, low, high, open, revision, released_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (organisation, indicator, touchpoint, period_kind, period_from) do update set
                period_to = excluded.period_to, period_label = excluded.period_label, state = excluded.state,
                n = excluded.n, figure = excluded.figure, low = excluded.low, high = excluded.high,
                open = excluded.open, revision = excluded.revision, released_at = excluded.released_at
            where touchpoint_result.revision < excluded.revision
            """;

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
            write(rows, state);
        }
        rows.execute();
    }

    private static void write(Upserts rows, InboundEvent event) throws SQLException {
        switch (event.type()) {
            case "measurement.indicator-defined.v1" ->
                defined(rows, event.organisation(), event.time(), event.as(IndicatorDefined.class));
            case "measurement.result-released.v1" -> {
                ResultReleased result = event.as(ResultReleased.class);
                String key = result.slice().key();
                if (key != null && result.slice().dimension().equals("TOUCHPOINT")) {
                    released(rows, event.organisation(), key, result);
                }
            }
            default -> {
                // what we do not read yet may be published all the same
            }
        }
    }

    private static void defined(Upserts rows, String organisation, Instant time, IndicatorDefined indicator)
            throws SQLException {
        List<Object> key = List.of(organisation, indicator.indicator());
        if (indicator.satisfactionOf() == null) {
            rows.put(NO_LONGER_SATISFACTION, key, 0, organisation, indicator.indicator());
        } else {
            rows.put(DEFINED, key, 0, organisation, indicator.indicator(), indicator.satisfactionOf(), indicator.name(),
                    indicator.unit(), time.atOffset(ZoneOffset.UTC));
        }
        // one that is and is no longer a satisfaction indicator is written by two statements
        rows.execute();
    }

    private static void released(Upserts rows, String organisation, String touchpoint, ResultReleased result) {
        Interval interval = result.interval();
        rows.put(RELEASED,
                List.of(organisation, result.indicator(), touchpoint, result.period().kind(), result.period().from()),
                Objects.requireNonNull(result.revision()), organisation, result.indicator(), touchpoint, result.period().kind(),
                result.period().from(), result.period().to(), result.period().label(), result.state(), result.n(),
                result.figure(), interval == null ? null : interval.low(), interval == null ? null : interval.high(),
                result.open(), result.revision(), result.releasedAt().atOffset(ZoneOffset.UTC));
    }
}
