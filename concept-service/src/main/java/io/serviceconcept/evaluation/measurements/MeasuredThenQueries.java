package io.serviceconcept.evaluation.measurements;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.eventsourcing.EventStoreUnavailable;

/** Reads what this service had heard of measurement-service at a moment. */
@ApplicationScoped
public class MeasuredThenQueries {

    private static final String SATISFACTION = """
            SELECT indicator, anchor_lowest, anchor_norm, anchor_highest
            FROM (SELECT DISTINCT ON (indicator) * FROM known_indicator_version
                WHERE organisation = ? AND recorded_at <= ? AND indicator IN (SELECT indicator FROM known_indicator_version
                    WHERE organisation = ? AND satisfaction_of = ?)
                ORDER BY indicator, version DESC) AS known
            WHERE satisfaction_of = ?
            ORDER BY indicator
            LIMIT 1""";
    private static final String LATEST = """
            SELECT DISTINCT ON (slice_key) slice_key, period_label, period_from, n, figure, low, high
            FROM (SELECT DISTINCT ON (slice_key, period_label) * FROM measured_pair_version
                WHERE organisation = ? AND indicator = ? AND dimension = ? AND recorded_at <= ?
                ORDER BY slice_key, period_label, revision DESC) AS known
            WHERE figure IS NOT NULL
            ORDER BY slice_key, period_from DESC""";

    private final DataSource dataSource;

    MeasuredThenQueries(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** As {@link KnownIndicator#satisfactionOf}. */
    public Optional<KnownIndicator> satisfactionOf(String organisation, String concept, Instant then) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(SATISFACTION)) {
            statement.setString(1, organisation);
            statement.setObject(2, then.atOffset(ZoneOffset.UTC));
            statement.setString(3, organisation);
            statement.setString(4, concept);
            statement.setString(5, concept);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(indicator(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new EventStoreUnavailable(e);
        }
    }

    /** As {@link MeasuredResult#latestFigures}, for pairs of a need and something else. */
    public List<MeasuredResult> latestFigures(String organisation, String indicator, String dimension, Instant then) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(LATEST)) {
            statement.setString(1, organisation);
            statement.setString(2, indicator);
            statement.setString(3, dimension);
            statement.setObject(4, then.atOffset(ZoneOffset.UTC));
            List<MeasuredResult> results = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    results.add(result(row));
                }
            }
            return results;
        } catch (SQLException e) {
            throw new EventStoreUnavailable(e);
        }
    }

    private static KnownIndicator indicator(ResultSet row) throws SQLException {
        KnownIndicator known = new KnownIndicator();
        known.indicator = row.getString(1);
        known.anchorLowest = row.getBigDecimal(2);
        known.anchorNorm = row.getBigDecimal(3);
        known.anchorHighest = row.getBigDecimal(4);
        return known;
    }

    private static MeasuredResult result(ResultSet row) throws SQLException {
        MeasuredResult result = new MeasuredResult();
        result.sliceKey = row.getString("slice_key");
        result.periodLabel = row.getString("period_label");
        result.periodFrom = row.getObject("period_from", LocalDate.class);
        result.n = row.getObject("n", Long.class);
        result.figure = row.getBigDecimal("figure");
        result.low = row.getBigDecimal("low");
        result.high = row.getBigDecimal("high");
        return result;
    }
}
