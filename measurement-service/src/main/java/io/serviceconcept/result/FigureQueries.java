package io.serviceconcept.result;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.Dimension;
import io.serviceconcept.figure.Figure;
import io.serviceconcept.figure.Histogram;
import io.serviceconcept.figure.Period;
import io.serviceconcept.figure.PeriodKind;
import io.serviceconcept.figure.Slice;
import io.serviceconcept.indicator.ChangeOf;
import io.serviceconcept.indicator.IndicatorEvent;
import io.serviceconcept.indicator.IndicatorEventTypes;
import io.serviceconcept.indicator.IndicatorKind;
import io.serviceconcept.jdbc.Rows;
import io.serviceconcept.objective.Target;
import io.serviceconcept.privacy.Days;

/**
 * Reads the figures of one indicator. Everything that shows a figure, at whatever time, gets it from here.
 *
 * @param breaks the days from which on answers are not comparable with those before; of a rate, those of what changes
 */
record FigureQueries(Connection connection, String organisation, IndicatorEvent.Defined indicator, List<LocalDate> breaks) {

    private static final String OF_INDICATOR = " organisation = ? AND indicator = ?";

    private static final String OF_DAYS = """
            SELECT dimension, key, value, sum(n) AS n FROM result_cell
            WHERE""" + OF_INDICATOR + """
             AND day BETWEEN ? AND ?
            GROUP BY dimension, key, value
            """;
    private static final String OF_MONTHS = """
            SELECT dimension, key, value, sum(n) AS n FROM month_count, unnest(marks, counts) AS given (value, n)
            WHERE""" + OF_INDICATOR + """
             AND month BETWEEN ? AND ?
            GROUP BY dimension, key, value
            """;

    /**
     * The figures of all slices of a period.
     *
     * @param today days before it are over, and a census lacks nothing later
     */
    SortedMap<Slice, Figure> of(Period period, LocalDate today) throws SQLException {
        ChangeOf change = indicator.change();
        if (change != null) {
            return changes(period, change, today);
        }
        LocalDate yesterday = today.minusDays(1);
        LocalDate over = yesterday.isBefore(period.to()) ? yesterday : period.to();
        return within(period.from(), period.to(), over.isBefore(period.from()) ? period.from().minusDays(1) : over);
    }

    /**
     * The figures of all slices over some days. A reported figure stands in where nothing was measured.
     *
     * @param over the last day that a census must cover; the day before {@code from} when there is none yet
     */
    SortedMap<Slice, Figure> within(LocalDate from, LocalDate to, LocalDate over) throws SQLException {
        SortedMap<Slice, Figure> figures = new TreeMap<>();
        SortedMap<Slice, Figure> takenBack = new TreeMap<>();
        if (indicator.kind().fedByResponses()) {
            marks(from, to).forEach((slice, marks) -> (marks.n() == 0 ? takenBack : figures).put(slice,
                    Formulas.figure(indicator, marks)));
        }
        switch (indicator.kind()) {
            case COUNT, SUM, SHARE -> counted(from, to, over).forEach(figures::putIfAbsent);
            case DURATION -> figures.putAll(observed().durations(from, to));
            case MEAN, TOP_BOX, NPS, CES, RATE_OF_CHANGE -> {
                // no observation feeds them
            }
        }
        reported(from, to).forEach(figures::putIfAbsent);
        takenBack.forEach(figures::putIfAbsent);
        return figures;
    }

    /** A change of figures that both are known and can be compared, over the months of the period that are over. */
    private SortedMap<Slice, Figure> changes(Period period, ChangeOf change, LocalDate today) throws SQLException {
        SortedMap<Slice, Figure> figures = new TreeMap<>();
        SameMonths months = sameMonths(period, change, today);
        if (months != null) {
            for (Slice slice : months.slices()) {
                Figure current = months.current(slice);
                Figure baseline = months.baseline(slice);
                BigDecimal rate = current == null || baseline == null || months.areParted(slice, breaks) ? null
                        : Target.change(current, baseline);
                if (current != null && baseline != null && rate != null) {
                    figures.put(slice, Figure.ofChange(current, baseline, rate,
                            Formulas.ofChange(months.indicator(), current, baseline)));
                }
            }
        }
        reported(period.from(), period.to()).forEach(figures::putIfAbsent);
        return figures;
    }

    private @Nullable SameMonths sameMonths(Period period, ChangeOf change, LocalDate today) throws SQLException {
        Optional<FigureQueries> compared = compared(change);
        return compared.isEmpty() ? null : SameMonths.of(compared.get(), period, change.baselineYear(), today);
    }

    /** Whether this is a rate that has no figure because an instrument break parts what it would compare. */
    boolean isParted(Period period, Slice slice, LocalDate today) throws SQLException {
        ChangeOf change = indicator.change();
        SameMonths months = change == null ? null : sameMonths(period, change, today);
        return months != null && months.areParted(slice, breaks);
    }

    /** The figures of the indicator whose change this one is. */
    Optional<FigureQueries> compared(ChangeOf change) throws SQLException {
        try (PreparedStatement statement = connection
                .prepareStatement("SELECT definition FROM indicator WHERE organisation = ? AND id = ?");
                ResultSet rows = Rows.bind(statement, organisation, change.indicator()).executeQuery()) {
            return rows.next()
                    ? Optional.of(new FigureQueries(connection, organisation,
                            IndicatorEventTypes.definition(rows.getString("definition")), breaks))
                    : Optional.empty();
        }
    }

    private static boolean areMonths(LocalDate from, LocalDate to) {
        return from.getDayOfMonth() == 1 && to.plusDays(1).getDayOfMonth() == 1;
    }

    /** How often each value was given, by slice; in whole months as it was when they were last released. */
    private Map<Slice, Histogram> marks(LocalDate from, LocalDate to) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(areMonths(from, to) ? OF_MONTHS : OF_DAYS);
                ResultSet rows = Rows.bind(statement, organisation, indicator.indicator(), from, to).executeQuery()) {
            Map<Slice, Map<BigDecimal, Long>> counts = new TreeMap<>();
            while (rows.next()) {
                counts.computeIfAbsent(slice(rows), s -> new HashMap<>()).merge(rows.getBigDecimal("value"),
                        rows.getLong("n"), Long::sum);
            }
            Map<Slice, Histogram> marks = new TreeMap<>();
            counts.forEach((slice, values) -> marks.put(slice, Histogram.of(values)));
            return marks;
        }
    }

    ObservedFigureQueries observed() {
        return new ObservedFigureQueries(connection, organisation, indicator.indicator());
    }

    private Map<Slice, Figure> counted(LocalDate from, LocalDate to, LocalDate over) throws SQLException {
        Census census = observed().census(from, to, over);
        SortedMap<Slice, Figure> figures = new TreeMap<>();
        for (Slice slice : census.slices()) {
            Set<String> expected = Census.expected(slice, indicator.locations(), census);
            Figure figure = indicator.kind() == IndicatorKind.SHARE ? census.share(slice, expected)
                    : census.figure(slice, expected);
            if (figure != null) {
                figures.put(slice, figure);
            }
        }
        return figures;
    }

    /**
     * Figures that others computed over exactly these days. Of several that of the source that comes first by its name, and of
     * several of one source always the same one, whatever the order in which they came.
     */
    private Map<Slice, Figure> reported(LocalDate from, LocalDate to) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT DISTINCT ON (dimension, key) dimension, key, value, n FROM reported
                WHERE""" + OF_INDICATOR + """
                 AND lower(days) = ? AND days = daterange(?, ?, '[]')
                ORDER BY dimension, key, source COLLATE "C", stream
                """);
                ResultSet rows = Rows.bind(statement, organisation, indicator.indicator(), from, from, to)
                        .executeQuery()) {
            SortedMap<Slice, Figure> figures = new TreeMap<>();
            while (rows.next()) {
                figures.put(slice(rows), Figure.reported(rows.getBigDecimal("value"), Rows.count(rows, "n")));
            }
            return figures;
        }
    }

    /** The days that reported figures are about and that lie within others. */
    SortedSet<Days> reportedDays(LocalDate from, LocalDate to) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT DISTINCT lower(days) AS first_day, upper(days) - 1 AS last_day FROM reported
                WHERE""" + OF_INDICATOR + ObservedFigureQueries.WITHIN);
                ResultSet rows = Rows.bind(statement, organisation, indicator.indicator(), from, to.plusDays(1))
                        .executeQuery()) {
            SortedSet<Days> days = new TreeSet<>();
            while (rows.next()) {
                days.add(new Days(Rows.day(rows, "first_day"), Rows.day(rows, "last_day")));
            }
            return days;
        }
    }

    /** The days between two others, both included, on which anything at all is known, in order. */
    SortedSet<LocalDate> daysWithData(LocalDate from, LocalDate to) throws SQLException {
        ChangeOf change = indicator.change();
        if (change != null) {
            Optional<FigureQueries> compared = compared(change);
            SortedSet<LocalDate> days = compared.isEmpty() ? new TreeSet<>() : compared.get().daysWithData(from, to);
            days.removeIf(day -> day.getYear() <= change.baselineYear());
            return days;
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT day FROM result_cell WHERE""" + OF_INDICATOR + """
                 AND dimension = 'ALL' AND day BETWEEN ? AND ?
                UNION SELECT lower(days) FROM counted WHERE""" + OF_INDICATOR + """
                 AND lower(days) BETWEEN ? AND ?
                UNION SELECT lower(days) FROM reported WHERE""" + OF_INDICATOR + """
                 AND lower(days) BETWEEN ? AND ?
                """);
                ResultSet rows = Rows.bind(statement, organisation, indicator.indicator(), from, to, organisation,
                        indicator.indicator(), from, to, organisation, indicator.indicator(), from, to).executeQuery()) {
            SortedSet<LocalDate> days = new TreeSet<>();
            while (rows.next()) {
                days.add(rows.getObject(1, LocalDate.class));
            }
            return days;
        }
    }

    /** The periods of some kinds in which the days lie, in order. */
    static List<Period> periods(List<PeriodKind> kinds, SortedSet<LocalDate> days) {
        return kinds.stream().flatMap(kind -> days.stream().map(day -> Period.of(kind, day)).distinct()).toList();
    }

    static Slice slice(ResultSet rows) throws SQLException {
        return new Slice(Dimension.valueOf(rows.getString("dimension")), rows.getString("key"));
    }

    /**
     * The first periods of a kind, at or after some days, of which anything is known of each slice of a dimension: a figure
     * that is not comparable with those before it.
     */
    Map<Slice, Set<Period>> firstFrom(PeriodKind kind, Dimension dimension, Collection<LocalDate> days) throws SQLException {
        Map<Slice, Set<Period>> first = new HashMap<>();
        for (LocalDate day : days) {
            firstDaysWithData(dimension, Period.of(kind, day).from()).forEach(
                    (slice, known) -> first.computeIfAbsent(slice, s -> new HashSet<>()).add(Period.of(kind, known)));
        }
        return first;
    }

    private Map<Slice, LocalDate> firstDaysWithData(Dimension dimension, LocalDate from) throws SQLException {
        ChangeOf change = indicator.change();
        if (change != null) {
            Optional<FigureQueries> compared = compared(change);
            return compared.isEmpty() ? Map.of() : compared.get().firstDaysWithData(dimension, from);
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT dimension, key, min(day) AS day FROM (
                    SELECT dimension, key, min(day) AS day FROM (
                        SELECT dimension, key, day FROM result_cell WHERE""" + OF_INDICATOR + """
                 AND dimension = ? AND day >= ? GROUP BY dimension, key, day HAVING sum(n) > 0) AS answered
                    GROUP BY dimension, key
                UNION ALL SELECT s.dimension, s.key, min(lower(days)) FROM counted
                """ + ObservedFigureQueries.SLICES + "WHERE" + OF_INDICATOR + """
                 AND s.dimension = ? AND lower(days) >= ? GROUP BY s.dimension, s.key
                UNION ALL SELECT dimension, key, min(lower(days)) FROM reported WHERE""" + OF_INDICATOR + """
                 AND dimension = ? AND lower(days) >= ? GROUP BY dimension, key) AS known
                GROUP BY dimension, key
                """);
                ResultSet rows = Rows.bind(statement, organisation, indicator.indicator(), dimension, from, organisation,
                        indicator.indicator(), dimension, from, organisation, indicator.indicator(), dimension, from)
                        .executeQuery()) {
            Map<Slice, LocalDate> first = new HashMap<>();
            while (rows.next()) {
                first.put(slice(rows), Rows.day(rows, "day"));
            }
            return first;
        }
    }
}
