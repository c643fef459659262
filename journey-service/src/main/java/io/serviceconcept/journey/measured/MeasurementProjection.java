package io.serviceconcept.journey.measured;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.InboundEvent;
import io.serviceconcept.eventsourcing.InboundHandler;
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
        switch (event.type()) {
            case "measurement.indicator-defined.v1" ->
                defined(connection, event.organisation(), event.time(), event.as(IndicatorDefined.class));
            case "measurement.result-released.v1" -> {
                ResultReleased result = event.as(ResultReleased.class);
                String key = result.slice().key();
                if (key != null && result.slice().dimension().equals("TOUCHPOINT")) {
                    released(connection, event.organisation(), key, result);
                }
            }
            default -> {
                // what we do not read yet may be published all the same
            }
        }
    }

    private static void defined(Connection connection, String organisation, Instant time, IndicatorDefined indicator)
            throws SQLException {
        if (indicator.satisfactionOf() == null) {
            execute(connection, NO_LONGER_SATISFACTION, organisation, indicator.indicator());
        } else {
            execute(connection, DEFINED, organisation, indicator.indicator(), indicator.satisfactionOf(), indicator.name(),
                    indicator.unit(), time.atOffset(ZoneOffset.UTC));
        }
    }

    private static void released(Connection connection, String organisation, String touchpoint, ResultReleased result)
            throws SQLException {
        Interval interval = result.interval();
        execute(connection, RELEASED, organisation, result.indicator(), touchpoint, result.period().kind(),
                result.period().from(), result.period().to(), result.period().label(), result.state(), result.n(),
                result.figure(), interval == null ? null : interval.low(), interval == null ? null : interval.high(),
                result.open(), result.revision(), result.releasedAt().atOffset(ZoneOffset.UTC));
    }

    private static void execute(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                if (values[i] == null) {
                    statement.setNull(i + 1, Types.NULL);
                } else {
                    statement.setObject(i + 1, values[i]);
                }
            }
            statement.executeUpdate();
        }
    }
}
