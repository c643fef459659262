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
import java.util.stream.Collectors;

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
             AND day BETWEEN asked.first_day::date AND asked.last_day::date
            GROUP BY dimension, key, value
            """;
    private static final String OF_MONTHS = """
            SELECT dimension, key, value, sum(n) AS n FROM month_count, unnest(marks, counts) AS told (value, n)
            WHERE""" + OF_INDICATOR + """
             AND month BETWEEN asked.first_day::date AND asked.last_day::date
            GROUP BY dimension, key, value
            """;

    /**
     * What is selected of each of some spans of {@code asked} days: an index scan for each, which OFFSET 0 keeps the planner
     * to.
     */
    private static final String OF_EACH = """
            SELECT asked.first_day, asked.last_day, given.*
            FROM unnest(?::text[], ?::text[]) AS asked (first_day, last_day)
            CROSS JOIN LATERAL (%s
                OFFSET 0) AS given
            """;

    /**
     * The figures of all slices of a period.
     *
     * @param today days before it are over, and a census lacks nothing later
     */
    SortedMap<Slice, Figure> of(Period period, LocalDate today) throws SQLException {
        return of(List.of(period), today).getOrDefault(period, new TreeMap<>());
    }

    /** The same of several periods, which are read together. */
    Map<Period, SortedMap<Slice, Figure>> of(Collection<Period> periods, LocalDate today) throws SQLException {
        Map<Period, SortedMap<Slice, Figure>> figures = new HashMap<>();
        ChangeOf change = indicator.change();
        if (change != null) {
            for (Period period : periods) {
                figures.put(period, changes(period, change, today));
            }
            return figures;
        }
        Set<Days> days = periods.stream().map(Days::of).collect(Collectors.toSet());
        Map<Days, Map<Slice, Histogram>> marks = marks(days);
        Map<Days, Map<Slice, Figure>> reported = reported(days);
        LocalDate yesterday = today.minusDays(1);
        for (Period period : periods) {
            Days ofPeriod = Days.of(period);
            LocalDate over = yesterday.isBefore(period.to()) ? yesterday : period.to();
            figures.put(period, figures(ofPeriod, over.isBefore(period.from()) ? period.from().minusDays(1) : over,
                    marks.getOrDefault(ofPeriod, Map.of()), reported.getOrDefault(ofPeriod, Map.of())));
        }
        return figures;
    }

    /**
     * The figures of all slices over some days. A reported figure stands in where nothing was measured.
     *
     * @param over the last day that a census must cover; the day before {@code from} when there is none yet
     */
    SortedMap<Slice, Figure> within(LocalDate from, LocalDate to, LocalDate over) throws SQLException {
        Days days = new Days(from, to);
        return figures(days, over, marks(Set.of(days)).getOrDefault(days, Map.of()),
                reported(Set.of(days)).getOrDefault(days, Map.of()));
    }

    private SortedMap<Slice, Figure> figures(Days days, LocalDate over, Map<Slice, Histogram> marks,
            Map<Slice, Figure> reported) throws SQLException {
        SortedMap<Slice, Figure> figures = new TreeMap<>();
        SortedMap<Slice, Figure> takenBack = new TreeMap<>();
        marks.forEach((slice, given) -> (given.n() == 0 ? takenBack : figures).put(slice,
                Formulas.figure(indicator, given)));
        switch (indicator.kind()) {
            case COUNT, SUM, SHARE -> counted(days.from(), days.to(), over).forEach(figures::putIfAbsent);
            case DURATION -> figures.putAll(observed().durations(days.from(), days.to()));
            case MEAN, TOP_BOX, NPS, CES, RATE_OF_CHANGE -> {
                // no observation feeds them
            }
        }
        reported.forEach(figures::putIfAbsent);
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
        Days days = Days.of(period);
        reported(Set.of(days)).getOrDefault(days, Map.of()).forEach(figures::putIfAbsent);
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

    private static boolean areMonths(Days days) {
        return days.from().getDayOfMonth() == 1 && days.to().plusDays(1).getDayOfMonth() == 1;
    }

    /** How often each value was given, by slice; in whole months as it was when they were last released. */
    private Map<Days, Map<Slice, Histogram>> marks(Set<Days> days) throws SQLException {
        if (!indicator.kind().fedByResponses()) {
            return Map.of();
        }
        Map<Boolean, Set<Days>> wholeMonths = days.stream()
                .collect(Collectors.partitioningBy(FigureQueries::areMonths, Collectors.toSet()));
        Map<Days, Map<Slice, Histogram>> marks = new HashMap<>(marks(OF_MONTHS, wholeMonths.getOrDefault(true, Set.of())));
        marks.putAll(marks(OF_DAYS, wholeMonths.getOrDefault(false, Set.of())));
        return marks;
    }

    private Map<Days, Map<Slice, Histogram>> marks(String selected, Set<Days> days) throws SQLException {
        if (days.isEmpty()) {
            return Map.of();
        }
        try (PreparedStatement statement = connection.prepareStatement(OF_EACH.formatted(selected));
                ResultSet rows = ofEach(statement, days).executeQuery()) {
            Map<Days, Map<Slice, Map<BigDecimal, Long>>> counts = new HashMap<>();
            while (rows.next()) {
                counts.computeIfAbsent(days(rows), d -> new HashMap<>()).computeIfAbsent(slice(rows), s -> new HashMap<>())
                        .merge(rows.getBigDecimal("value"), rows.getLong("n"), Long::sum);
            }
            Map<Days, Map<Slice, Histogram>> marks = new HashMap<>();
            counts.forEach((ofDays, slices) -> slices.forEach((slice, values) -> marks
                    .computeIfAbsent(ofDays, d -> new TreeMap<>()).put(slice, Histogram.of(values))));
            return marks;
        }
    }

    private PreparedStatement ofEach(PreparedStatement statement, Set<Days> days) throws SQLException {
        return Rows.bind(statement, Rows.column(connection, "text", days, asked -> asked.from().toString()),
                Rows.column(connection, "text", days, asked -> asked.to().toString()), organisation, indicator.indicator());
    }

    private static Days days(ResultSet rows) throws SQLException {
        return new Days(LocalDate.parse(rows.getString("first_day")), LocalDate.parse(rows.getString("last_day")));
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
    private Map<Days, Map<Slice, Figure>> reported(Set<Days> days) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OF_EACH.formatted("""
                SELECT DISTINCT ON (dimension, key) dimension, key, value, n FROM reported
                WHERE""" + OF_INDICATOR + """
                 AND lower(days) = asked.first_day::date
                  AND days = daterange(asked.first_day::date, asked.last_day::date, '[]')
                ORDER BY dimension, key, source COLLATE "C", stream
                """)); ResultSet rows = ofEach(statement, days).executeQuery()) {
            Map<Days, Map<Slice, Figure>> figures = new HashMap<>();
            while (rows.next()) {
                figures.computeIfAbsent(days(rows), d -> new TreeMap<>()).put(slice(rows),
                        Figure.reported(rows.getBigDecimal("value"), Rows.count(rows, "n")));
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
