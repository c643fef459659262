package io.serviceconcept.journey.measured;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.serviceconcept.eventsourcing.EventStoreUnavailable;
import io.serviceconcept.journey.TouchpointId;
import io.serviceconcept.journey.measured.MeasuredSatisfaction.MeasuredInterval;
import io.serviceconcept.journey.measured.MeasuredSatisfaction.MeasuredPeriod;

/** Reads this service's copy of what was measured. */
@ApplicationScoped
class MeasuredQueries {

    private final DataSource dataSource;

    MeasuredQueries(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Schema(name = "SatisfactionIndicator")
    record Indicator(UUID id, String name, String unit) {
    }

    /** The satisfaction indicator of a concept; when several call themselves that, the one defined last. */
    Optional<Indicator> satisfaction(String organisation, UUID concept) {
        String sql = """
                select indicator, name, unit from satisfaction_indicator
                where organisation = ? and concept = ?
                order by defined_at desc, indicator
                limit 1
                """;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, organisation);
            statement.setObject(2, concept);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Indicator(rows.getObject("indicator", UUID.class), rows.getString("name"),
                                rows.getString("unit")))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new EventStoreUnavailable(e);
        }
    }

    /** The result of the latest month that has one, per touchpoint. */
    Map<TouchpointId, MeasuredSatisfaction> latest(String organisation, UUID indicator, List<TouchpointId> touchpoints) {
        String sql = """
                select distinct on (touchpoint) touchpoint, period_kind, period_label, period_from, period_to, state, n,
                    figure, low, high, open
                from touchpoint_result
                where organisation = ? and indicator = ? and period_kind = 'MONTH' and touchpoint = any (?)
                order by touchpoint, period_from desc
                """;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, organisation);
            statement.setObject(2, indicator);
            statement.setArray(3, connection.createArrayOf("text",
                    touchpoints.stream().map(TouchpointId::toString).toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                Map<TouchpointId, MeasuredSatisfaction> results = new HashMap<>();
                while (rows.next()) {
                    results.put(new TouchpointId(UUID.fromString(rows.getString("touchpoint"))), measured(rows));
                }
                return results;
            }
        } catch (SQLException e) {
            throw new EventStoreUnavailable(e);
        }
    }

    private static MeasuredSatisfaction measured(ResultSet rows) throws SQLException {
        MeasuredPeriod period = new MeasuredPeriod(rows.getString("period_kind"), rows.getString("period_label"),
                rows.getObject("period_from", LocalDate.class), rows.getObject("period_to", LocalDate.class));
        BigDecimal low = rows.getBigDecimal("low");
        BigDecimal high = rows.getBigDecimal("high");
        return new MeasuredSatisfaction(period, rows.getString("state"), rows.getObject("n", Long.class),
                rows.getBigDecimal("figure"),
                low == null || high == null ? null : new MeasuredInterval(low, high), rows.getBoolean("open"));
    }
}
