package io.serviceconcept.result;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.serviceconcept.eventsourcing.EventTypes;
import io.serviceconcept.figure.Dimension;
import io.serviceconcept.figure.Period;
import io.serviceconcept.figure.PeriodKind;
import io.serviceconcept.figure.Slice;
import io.serviceconcept.jdbc.Rows;
import io.serviceconcept.result.ResultView.ResultVerdict;

/**
 * A page of released results with their verdicts, as they are or as they were known at a moment. One statement, by index: a
 * page costs its rows, however much was released.
 */
final class ReleasedPageRows {

    private static final String ASKED = "WITH asked AS (SELECT ?::timestamptz AS moment)\n";

    /** From which row is told what is known of a place, how that is found, and the same of the verdicts on it. */
    private static final String PAGE = """
            SELECT %1$s.*, judged.verdicts
            FROM released_result place
                %2$s
                LEFT JOIN LATERAL (
                    SELECT json_agg(json_build_object('concept', %3$s.concept, 'edition', %3$s.edition,
                        'objective', %3$s.objective, 'verdict', %3$s.verdict, 'provisional', %3$s.provisional,
                        'acrossInstrumentBreak', %3$s.across_instrument_break)
                        ORDER BY %3$s.concept, %3$s.edition, %3$s.objective)::text AS verdicts
                    FROM released_verdict target
                        %4$s
                    WHERE target.organisation = place.organisation AND target.indicator = place.indicator
                      AND target.period_kind = place.period_kind AND target.period_from = place.period_from
                      AND target.dimension = place.dimension AND target.key = place.key) judged ON true
            WHERE place.organisation = ? AND place.indicator = ? AND place.period_kind = ? AND place.dimension = ?
              AND place.period_from BETWEEN ? AND ? AND (place.period_from, place.key) > (?, ?)
            """;

    private static final String NOW = PAGE.formatted("place", "", "target", "");

    /** One probe of the log for each place. */
    private static final String THEN = PAGE.formatted("known", """
            CROSS JOIN asked
            JOIN LATERAL (
                SELECT * FROM released_result_log l
                WHERE l.organisation = place.organisation AND l.indicator = place.indicator
                  AND l.period_kind = place.period_kind AND l.dimension = place.dimension
                  AND l.period_from = place.period_from AND l.key = place.key AND l.released_at <= asked.moment
                ORDER BY l.released_at DESC LIMIT 1) known ON true
            """, "judgement", """
            JOIN LATERAL (
                SELECT * FROM released_verdict_log l
                WHERE l.organisation = target.organisation AND l.indicator = target.indicator
                  AND l.period_kind = target.period_kind AND l.period_from = target.period_from
                  AND l.concept = target.concept AND l.edition = target.edition AND l.objective = target.objective
                  AND l.judged_at <= asked.moment
                ORDER BY l.judged_at DESC LIMIT 1) judgement ON true
            """);

    private static final String ONE_SLICE = " AND place.key = ?\n";
    private static final String IN_ORDER = "ORDER BY place.period_from, place.key LIMIT ?";

    private ReleasedPageRows() {
    }

    /** One more than the page holds. */
    static List<ResultView> read(Connection connection, IndicatorKey indicator, ResultQuery query) throws SQLException {
        String key = query.key();
        String text = ASKED + (query.asOf() == null ? NOW : THEN) + (key == null ? "" : ONE_SLICE) + IN_ORDER;
        try (PreparedStatement statement = connection.prepareStatement(text);
                ResultSet rows = Rows.bind(statement, values(indicator, query)).executeQuery()) {
            List<ResultView> results = new ArrayList<>();
            while (rows.next()) {
                Period period = new Period(PeriodKind.valueOf(rows.getString("period_kind")), Rows.day(rows, "period_from"));
                Slice slice = new Slice(Dimension.valueOf(rows.getString("dimension")), rows.getString("key"));
                ResultView result = ResultView.of(period, slice, ReleasedResultRows.shown(rows),
                        ReleasedResultRows.correction(rows), rows.getLong("revision"), verdicts(rows));
                results.add(rows.getBoolean("instrument_break") ? result.atInstrumentBreak() : result);
            }
            return results;
        }
    }

    private static @Nullable Object[] values(IndicatorKey indicator, ResultQuery query) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(query.asOf());
        values.addAll(List.of(indicator.organisation(), indicator.id(), query.kind(), query.dimension()));
        String after = query.afterKey();
        // before the first one, where nothing was listed yet
        values.addAll(List.of(query.afterDay(), query.to(), after == null ? query.afterDay().minusDays(1) : query.afterDay(),
                after == null ? "" : after));
        if (query.key() != null) {
            values.add(query.key());
        }
        values.add(query.page().limit() + 1);
        return values.toArray();
    }

    private static List<ResultVerdict> verdicts(ResultSet rows) throws SQLException {
        String json = rows.getString("verdicts");
        try {
            return json == null ? List.of() : List.of(EventTypes.json().readValue(json, ResultVerdict[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("verdicts can be read as they were just written", e);
        }
    }
}
