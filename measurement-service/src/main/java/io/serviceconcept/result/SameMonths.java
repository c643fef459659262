package io.serviceconcept.result;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.Figure;
import io.serviceconcept.figure.Period;
import io.serviceconcept.figure.PeriodKind;
import io.serviceconcept.figure.Slice;
import io.serviceconcept.indicator.IndicatorEvent;
import io.serviceconcept.indicator.IndicatorKind;

/**
 * Figures of the months of a period that are over, beside those of the same months of a baseline year. Counts are compared
 * over the same locations.
 *
 * @param indicator whose figures they are
 * @param before the period of the baseline year
 * @param through the last day that is compared
 */
record SameMonths(IndicatorEvent.Defined indicator, Period before, LocalDate through, SortedMap<Slice, Figure> currents,
        SortedMap<Slice, Figure> baselines) {

    /**
     * @return null when nothing can be compared: no month of the period is over, it does not lie after the baseline year, or
     *         it has no like in another year
     */
    static @Nullable SameMonths of(FigureQueries figures, Period period, int baselineYear, LocalDate today)
            throws SQLException {
        boolean hasLike = period.kind() != PeriodKind.DAY && period.kind() != PeriodKind.WEEK;
        LocalDate through = period.closedMonthsThrough(today);
        if (!hasLike || period.from().getYear() <= baselineYear || through.isBefore(period.from())) {
            return null;
        }
        Period before = period.inYear(baselineYear);
        LocalDate throughBefore = YearMonth.from(through).withYear(baselineYear).atEndOfMonth();
        SortedMap<Slice, Figure> currents = figures.within(period.from(), through, through);
        SortedMap<Slice, Figure> baselines = figures.within(before.from(), throughBefore, throughBefore);
        if (figures.indicator().kind().isCensus() || figures.indicator().kind() == IndicatorKind.SHARE) {
            sameLocations(figures, figures.observed().census(period.from(), through, through),
                    figures.observed().census(before.from(), throughBefore, throughBefore), currents, baselines);
        }
        return new SameMonths(figures.indicator(), before, through, currents, baselines);
    }

    private static void sameLocations(FigureQueries figures, Census current, Census baseline,
            SortedMap<Slice, Figure> currents, SortedMap<Slice, Figure> baselines) {
        SortedSet<Slice> counted = new TreeSet<>(current.slices());
        counted.addAll(baseline.slices());
        for (Slice slice : counted) {
            Set<String> expected = Census.expected(slice, figures.indicator().locations(), current, baseline);
            compare(figures.indicator(), slice, current, expected, currents);
            compare(figures.indicator(), slice, baseline, expected, baselines);
        }
    }

    /** A share may come from answers as well, and those are from wherever they are. */
    private static void compare(IndicatorEvent.Defined indicator, Slice slice, Census census, Set<String> expected,
            SortedMap<Slice, Figure> figures) {
        Figure known = figures.get(slice);
        if (known != null && !known.census()) {
            return;
        }
        Figure counted = !census.has(slice) ? null
                : indicator.kind() == IndicatorKind.SHARE ? census.share(slice, expected) : census.figure(slice, expected);
        if (counted == null) {
            figures.remove(slice);
        } else {
            figures.put(slice, counted);
        }
    }

    /**
     * Whether both figures of a slice are known and one of some breaks lies between the first and the last day that are
     * compared, so that there is no change to speak of. What was counted does not rest on questions.
     */
    boolean areParted(Slice slice, List<LocalDate> breaks) {
        Figure current = current(slice);
        Figure baseline = baseline(slice);
        return current != null && baseline != null && !(current.census() && baseline.census())
                && breaks.stream().anyMatch(day -> day.isAfter(before.from()) && !day.isAfter(through));
    }

    /** Those of which both are known. */
    SortedSet<Slice> slices() {
        SortedSet<Slice> slices = new TreeSet<>(currents.keySet());
        slices.retainAll(baselines.keySet());
        return slices;
    }

    @Nullable
    Figure current(Slice slice) {
        return currents.get(slice);
    }

    @Nullable
    Figure baseline(Slice slice) {
        return baselines.get(slice);
    }
}
