package io.serviceconcept.result;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.Figure;
import io.serviceconcept.figure.Interval;
import io.serviceconcept.figure.Period;
import io.serviceconcept.figure.Slice;
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
            Figure figure = ofPeriod.get(objective.slice());
            Judged judged = Judged.figure(objective, figure, minimumN, provisional);
            return figure == null && figures.isParted(period, objective.slice(), today) ? judged.acrossBreak() : judged;
        }
        SameMonths months = SameMonths.of(figures, period, baselineYear, today);
        if (months == null) {
            return null;
        }
        Figure current = months.current(objective.slice());
        Figure baseline = months.baseline(objective.slice());
        Interval ofChange = current == null || baseline == null ? null
                : Formulas.ofChange(months.indicator(), current, baseline);
        Judged judged = Judged.change(objective, current, months.before(), baseline, ofChange, minimumN, provisional,
                months.through());
        return months.areParted(objective.slice(), figures.breaks()) ? judged.acrossBreak() : judged;
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
