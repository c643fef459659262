package io.serviceconcept.result;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.Figure;
import io.serviceconcept.figure.Period;
import io.serviceconcept.figure.Slice;
import io.serviceconcept.indicator.IndicatorKind;
import io.serviceconcept.objective.Measure;
import io.serviceconcept.objective.ObjectiveTarget;

/** Judges the targets of one indicator from its figures. */
record TargetJudging(FigureQueries figures, LocalDate today) {

    /** The periods of a target's window whose verdict may be another after something changed on some days. */
    Set<Period> periods(ObjectiveTarget objective, Collection<LocalDate> days) {
        Set<Period> periods = new LinkedHashSet<>();
        for (LocalDate day : days) {
            Period period = Period.of(objective.window(), day);
            Integer baseline = baselineYear(objective);
            if (baseline == null) {
                periods.add(period);
            } else if (day.getYear() > baseline) {
                periods.add(period);
            } else if (day.getYear() == baseline) {
                for (int year = baseline + 1; year <= today.getYear(); year++) {
                    periods.add(period.inYear(year));
                }
            }
        }
        return periods;
    }

    /**
     * @param ofPeriod the figures of the period as it is
     * @return null when the period cannot be judged yet: a change is compared over months that are over
     */
    @Nullable
    Judged judge(ObjectiveTarget objective, Period period, Map<Slice, Figure> ofPeriod) throws SQLException {
        int minimumN = figures.indicator().minimumN();
        boolean provisional = period.openOn(today);
        Integer baselineYear = baselineYear(objective);
        if (baselineYear == null) {
            return Judged.figure(objective, ofPeriod.get(objective.slice()), minimumN, provisional);
        }
        LocalDate through = period.closedMonthsThrough(today);
        if (through.isBefore(period.from())) {
            return null;
        }
        Period before = period.inYear(baselineYear);
        LocalDate throughBefore = YearMonth.from(through).withYear(baselineYear).atEndOfMonth();
        Pair pair = figures.indicator().kind() == IndicatorKind.COUNT
                ? counts(objective.slice(), period, through, before, throughBefore)
                : means(objective.slice(), period, through, before, throughBefore);
        return Judged.change(objective, pair.current(), before, pair.baseline(), minimumN, provisional, through);
    }

    private record Pair(@Nullable Figure current, @Nullable Figure baseline) {
    }

    /** Counts are compared over the same locations. */
    private Pair counts(Slice slice, Period period, LocalDate through, Period before, LocalDate throughBefore)
            throws SQLException {
        Census current = figures.census(period.from(), through, through);
        Census baseline = figures.census(before.from(), throughBefore, throughBefore);
        if (!current.has(slice) && !baseline.has(slice)) {
            return means(slice, period, through, before, throughBefore);
        }
        Set<String> expected = Census.expected(slice, figures.indicator().locations(), current, baseline);
        return new Pair(current.has(slice) ? current.figure(slice, expected) : null,
                baseline.has(slice) ? baseline.figure(slice, expected) : null);
    }

    private Pair means(Slice slice, Period period, LocalDate through, Period before, LocalDate throughBefore)
            throws SQLException {
        SortedMap<Slice, Figure> current = figures.within(period.from(), through, through);
        SortedMap<Slice, Figure> baseline = figures.within(before.from(), throughBefore, throughBefore);
        return new Pair(current.get(slice), baseline.get(slice));
    }

    private static @Nullable Integer baselineYear(ObjectiveTarget objective) {
        if (objective.measure() == Measure.FIGURE) {
            return null;
        }
        Integer year = objective.baselineYear();
        if (year == null) {
            throw new IllegalStateException("a change without a baseline year: objective " + objective.objective());
        }
        return year;
    }
}
