package io.serviceconcept.result;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;
import io.serviceconcept.eventsourcing.EventStoreUnavailable;
import io.serviceconcept.figure.Dimension;
import io.serviceconcept.figure.Figure;
import io.serviceconcept.figure.Period;
import io.serviceconcept.figure.PeriodKind;
import io.serviceconcept.figure.Slice;
import io.serviceconcept.indicator.IndicatorEvent;
import io.serviceconcept.jdbc.Rows;
import io.serviceconcept.objective.Verdict;
import io.serviceconcept.result.ResultView.ResultVerdict;

/**
 * Reads results. Months, quarters and years are read as they were released, so that the API never says anything else than
 * Kafka; days and weeks are computed by the same code, as nobody is sent those.
 */
@ApplicationScoped
class ResultQueries {

    private final AgroalDataSource dataSource;
    private final ReleaseSteps steps;

    ResultQueries(AgroalDataSource dataSource, ReleaseSteps steps) {
        this.dataSource = dataSource;
        this.steps = steps;
    }

    /**
     * One more than the page holds, so that it knows whether there is a next one.
     *
     * @param asked the indicator in a version of its definition that is in use or was
     * @param breaks the days from which on answers are not comparable with those before
     */
    List<ResultView> list(String organisation, AskedDefinition asked, ResultQuery query, LocalDate today,
            Collection<LocalDate> breaks) {
        IndicatorEvent.Defined indicator = asked.definition();
        try (Connection connection = dataSource.getConnection()) {
            FigureQueries figures = new FigureQueries(connection, organisation, indicator);
            Map<Slice, Set<Period>> broken = figures.firstFrom(query.kind(), query.dimension(), breaks);
            List<ResultView> results = asked.inUse() && Release.KINDS.contains(query.kind())
                    ? released(connection, organisation, indicator, query)
                    : computed(figures, query, today);
            return results.stream()
                    .map(result -> broken.getOrDefault(result.ofSlice(), Set.of()).stream().anyMatch(result::isAbout)
                            ? result.atInstrumentBreak()
                            : result)
                    .toList();
        } catch (SQLException e) {
            throw new EventStoreUnavailable(e);
        }
    }

    private static List<ResultView> released(Connection connection, String organisation, IndicatorEvent.Defined indicator,
            ResultQuery query) throws SQLException {
        Map<Place, List<ResultVerdict>> verdicts = verdicts(connection, organisation, indicator, query);
        List<Object> values = new ArrayList<>(then(organisation, indicator, query));
        values.addAll(List.of(organisation, indicator.indicator(), query.kind(), query.dimension(), query.afterDay(),
                query.to(), query.afterDay(), query.afterKey() == null ? "" : query.afterKey(), query.afterKey() == null,
                query.page().limit() + 1));
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT * FROM %s
                WHERE organisation = ? AND indicator = ? AND period_kind = ? AND dimension = ?
                  AND period_from BETWEEN ? AND ? AND (period_from > ? OR key > ? OR ?)
                ORDER BY period_from, key LIMIT ?
                """.formatted(known(query, "released_result", "period_from, key", "released_at")));
                ResultSet rows = Rows.bind(statement, values.toArray()).executeQuery()) {
            List<ResultView> results = new ArrayList<>();
            while (rows.next()) {
                Place place = place(rows);
                results.add(ResultView.of(place.period(), place.slice(), ReleasedResultRows.shown(rows),
                        rows.getLong("revision"), verdicts.getOrDefault(place, List.of())));
            }
            return results;
        }
    }

    /** The table of what is known, or what it held at the moment that is asked for. */
    private static String known(ResultQuery query, String table, String place, String at) {
        return query.asOf() == null ? table : """
                (SELECT DISTINCT ON (%2$s) * FROM %1$s_log
                 WHERE organisation = ? AND indicator = ? AND period_kind = ? AND dimension = ? AND %3$s <= ?
                 ORDER BY %2$s, revision DESC) AS known""".formatted(table, place, at);
    }

    /** What {@link #known} asks for. */
    private static List<Object> then(String organisation, IndicatorEvent.Defined indicator, ResultQuery query) {
        Instant asOf = query.asOf();
        return asOf == null ? List.of()
                : List.of(organisation, indicator.indicator(), query.kind(), query.dimension(), asOf);
    }

    private record Place(Period period, Slice slice) {
    }

    private static Place place(ResultSet rows) throws SQLException {
        return new Place(
                new Period(PeriodKind.valueOf(rows.getString("period_kind")),
                        Rows.day(rows, "period_from")),
                new Slice(Dimension.valueOf(rows.getString("dimension")), rows.getString("key")));
    }

    private static Map<Place, List<ResultVerdict>> verdicts(Connection connection, String organisation,
            IndicatorEvent.Defined indicator, ResultQuery query) throws SQLException {
        List<Object> values = new ArrayList<>(then(organisation, indicator, query));
        values.addAll(List.of(organisation, indicator.indicator(), query.kind(), query.dimension(), query.afterDay(),
                query.to()));
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT * FROM %s
                WHERE organisation = ? AND indicator = ? AND period_kind = ? AND dimension = ?
                  AND period_from BETWEEN ? AND ?
                ORDER BY concept, edition, objective
                """.formatted(known(query, "released_verdict", "period_from, concept, edition, objective", "judged_at")));
                ResultSet rows = Rows.bind(statement, values.toArray()).executeQuery()) {
            Map<Place, List<ResultVerdict>> verdicts = new HashMap<>();
            while (rows.next()) {
                verdicts.computeIfAbsent(place(rows), p -> new ArrayList<>())
                        .add(new ResultVerdict(rows.getString("concept"), rows.getInt("edition"),
                                rows.getString("objective"), Verdict.valueOf(rows.getString("verdict")),
                                rows.getBoolean("provisional")));
            }
            return verdicts;
        }
    }

    private List<ResultView> computed(FigureQueries figures, ResultQuery query, LocalDate today) throws SQLException {
        IndicatorEvent.Defined indicator = figures.indicator();
        Seen seen = new Seen(figures.connection(), new IndicatorKey(figures.organisation(), indicator.indicator()),
                indicator.version(), steps.of(figures.organisation(), indicator), new ReportedCells(figures, today,
                        NestingRows.read(figures.connection(), figures.organisation())));
        List<ResultView> results = new ArrayList<>();
        List<Period> periods = FigureQueries.periods(List.of(query.kind()),
                figures.daysWithData(query.afterDay(), query.to()));
        for (Period period : periods) {
            for (Map.Entry<Slice, Figure> entry : figures.of(period, today).entrySet()) {
                Slice slice = entry.getKey();
                if (slice.dimension() == query.dimension() && !wasListed(period, slice, query)) {
                    results.add(ResultView.of(period, slice,
                            seen.shown(period, slice, entry.getValue(), period.openOn(today)), null, List.of()));
                }
            }
            if (results.size() > query.page().limit()) {
                return results.subList(0, query.page().limit() + 1);
            }
        }
        return results;
    }

    private static boolean wasListed(Period period, Slice slice, ResultQuery query) {
        String key = query.afterKey();
        return key != null && period.from().equals(query.afterDay()) && slice.key().compareTo(key) <= 0;
    }
}
