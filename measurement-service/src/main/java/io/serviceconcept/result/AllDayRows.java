package io.serviceconcept.result;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.FollowUp;
import io.serviceconcept.indicator.ChangeOf;
import io.serviceconcept.indicator.IndicatorEvent;
import io.serviceconcept.jdbc.Rows;
import io.serviceconcept.survey.SurveyEvent;

/**
 * Says of all days that occur in some tables that they changed, some at a time. A day costs one probe of an index for each
 * table, however many rows are about it.
 *
 * @param key what all the tables have an index of, in its order: organisation, indicator, what else there is, the day
 */
record AllDayRows(List<String> tables, List<Part> key) {

    static final Part ORGANISATION = new Part("organisation", "text", "\"\"");
    static final Part INDICATOR = new Part("indicator", "text", "\"\"");

    /**
     * A part of a key.
     *
     * @param column or an expression over columns
     * @param before something less than all that occur
     */
    record Part(String column, String type, String before) {

        static Part day(String column) {
            return new Part(column, "date", "-infinity");
        }
    }

    /**
     * Adds the next of them.
     *
     * @param reached where to go on, as it was given back; null to begin
     */
    FollowUp add(Connection connection, @Nullable String reached, int limit) throws SQLException {
        String beginning = key.stream().map(Part::before).collect(Collectors.joining(",", "{", "}"));
        try (PreparedStatement statement = connection.prepareStatement("""
                WITH RECURSIVE place AS (SELECT ?::text[] AS at),
                found AS (
                    SELECT 0 AS number, %1$s FROM place
                    UNION ALL
                    SELECT number + 1, next.* FROM found,
                        LATERAL (SELECT * FROM (%2$s) AS nearest ORDER BY %3$s LIMIT 1) AS next
                    WHERE number < ?),
                added AS (
                    INSERT INTO result_change (organisation, indicator, day)
                    SELECT DISTINCT k1, k2, k%4$d FROM found WHERE number > 0 ORDER BY k1, k2, k%4$d RETURNING 1)
                SELECT (SELECT count(*) FROM added), (SELECT array[%5$s]::text FROM found WHERE number = ?)
                """.formatted(each(i -> "at[" + i + "]::" + part(i).type() + " AS k" + i), nearest(), each(i -> "k" + i),
                key.size(), each(i -> "k" + i + "::text")))) {
            try (ResultSet rows = Rows.bind(statement, reached == null ? beginning : reached, limit, limit).executeQuery()) {
                rows.next();
                return new FollowUp(rows.getLong(1), rows.getString(2));
            }
        }
    }

    private String nearest() {
        String own = each(i -> part(i).column());
        return tables.stream().map(table -> "(SELECT %s FROM %s WHERE (%s) > (%s) ORDER BY %s LIMIT 1)".formatted(
                each(i -> part(i).column() + " AS k" + i), table, own, each(i -> "found.k" + i), own))
                .collect(Collectors.joining(" UNION ALL "));
    }

    private Part part(int number) {
        return key.get(number - 1);
    }

    private String each(IntFunction<String> sql) {
        return IntStream.rangeClosed(1, key.size()).mapToObj(sql).collect(Collectors.joining(", "));
    }

    /**
     * Says that figures changed on all days on which responses were counted for an indicator, because it is defined anew; of
     * a rate of change for the indicator whose change it is.
     */
    static void addCounted(Connection connection, String organisation, IndicatorEvent.Defined indicator)
            throws SQLException {
        addCounted(connection, organisation, indicator.indicator(), source(indicator));
    }

    /** The same, because a question that feeds indicators asks something else: what is compared with what is another. */
    static void addCounted(Connection connection, String organisation, SurveyEvent.Revised survey) throws SQLException {
        for (String indicator : survey.brokenIndicators()) {
            addCounted(connection, organisation, indicator, indicator);
        }
    }

    private static void addCounted(Connection connection, String organisation, String indicator, String source)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO result_change (organisation, indicator, day)
                SELECT DISTINCT organisation, ?, day FROM result_cell
                WHERE organisation = ? AND indicator = ? AND dimension = 'ALL' ORDER BY day
                """)) {
            Rows.bind(statement, indicator, organisation, source).executeUpdate();
        }
    }

    /** As {@link #addCounted}, of the days about which observations are. */
    static void addObserved(Connection connection, String organisation, IndicatorEvent.Defined indicator)
            throws SQLException {
        addObserved(connection, organisation, indicator.indicator(), source(indicator));
    }

    /** As {@link #addCounted}, of the days about which observations are. */
    static void addObserved(Connection connection, String organisation, SurveyEvent.Revised survey) throws SQLException {
        for (String indicator : survey.brokenIndicators()) {
            addObserved(connection, organisation, indicator, indicator);
        }
    }

    private static void addObserved(Connection connection, String organisation, String indicator, String source)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO result_change (organisation, indicator, day)
                SELECT organisation, ?, lower(days) FROM counted WHERE organisation = ? AND indicator = ?
                UNION SELECT organisation, ?, lower(days) FROM reported WHERE organisation = ? AND indicator = ?
                """)) {
            Rows.bind(statement, indicator, organisation, source, indicator, organisation, source).executeUpdate();
        }
    }

    private static String source(IndicatorEvent.Defined indicator) {
        ChangeOf change = indicator.change();
        return change == null ? indicator.indicator() : change.indicator();
    }
}
