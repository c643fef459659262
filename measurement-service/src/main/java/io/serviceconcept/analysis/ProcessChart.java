package io.serviceconcept.analysis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.Period;

/**
 * A chart of individual figures and their moving ranges (XmR; Wheeler, "Understanding Variation", 1993): the limits are the
 * mean ± 2.66 times the mean moving range of a baseline that then stays as it is. There is no range across a gap or an
 * instrument break; each comparable part has limits of its own.
 *
 * @param points in order
 */
record ProcessChart(List<Part> parts, List<Point> points) {

    private static final BigDecimal OF_LIMITS = new BigDecimal("2.66");
    private static final BigDecimal OF_RANGES = new BigDecimal("3.267");
    private static final BigDecimal OUTER_THIRD = BigDecimal.valueOf(2).divide(BigDecimal.valueOf(3), MathContext.DECIMAL128);

    /**
     * The limits of a comparable part.
     *
     * @param through the last period of the baseline
     * @param last the last period of the part
     * @param ranges above it a moving range is out of the ordinary
     */
    record Part(Period from, Period through, Period last, BigDecimal mean, BigDecimal lower, BigDecimal upper,
            BigDecimal meanRange,
            BigDecimal ranges) {
    }

    /**
     * @param figure null where none may be seen
     * @param range the distance from the figure before; null where there is none that is comparable
     * @param breaks whether it is not comparable with what comes before
     * @param mixes whether it holds an instrument break, and has no figure here
     */
    record Point(Period period, @Nullable BigDecimal figure, @Nullable BigDecimal range, boolean breaks, boolean mixes,
            Set<ProcessSignal> signals) {
    }

    static ProcessChart of(Series series, ProcessRules rules) {
        return of(series, rules, null);
    }

    /** @param restart a day with whose period limits begin anew, as after an instrument break; null for none */
    static ProcessChart of(Series series, ProcessRules rules, @Nullable LocalDate restart) {
        List<Part> parts = new ArrayList<>();
        List<Point> points = new ArrayList<>();
        for (Series comparable : series.comparable(restart)) {
            Part limits = limits(comparable, rules);
            if (limits != null) {
                parts.add(limits);
            }
            List<@Nullable BigDecimal> figures = new ArrayList<>();
            for (Series.Point point : comparable.points()) {
                figures.add(point.figure());
                points.add(new Point(point.period(), point.figure(), range(figures, figures.size() - 1), point.breaks(),
                        point.mixes(),
                        limits == null ? Set.of() : signals(figures, limits, rules)));
            }
        }
        return new ProcessChart(List.copyOf(parts), List.copyOf(points));
    }

    /**
     * What of it is about periods from a day on: limits stay those of the whole, whichever part of it is looked at. A part
     * that is over before is left out.
     */
    ProcessChart from(LocalDate day) {
        List<Point> later = points.stream().filter(point -> !point.period().to().isBefore(day)).toList();
        List<Part> still = parts.stream().filter(part -> !part.last().to().isBefore(day)).toList();
        return new ProcessChart(still, later);
    }

    /** Null while there are fewer figures than a baseline, or no two of them follow on each other. */
    private static @Nullable Part limits(Series comparable, ProcessRules rules) {
        List<@Nullable BigDecimal> baseline = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal ranges = BigDecimal.ZERO;
        int known = 0;
        int pairs = 0;
        for (Series.Point point : comparable.points()) {
            baseline.add(point.figure());
            BigDecimal figure = point.figure();
            BigDecimal range = range(baseline, baseline.size() - 1);
            if (figure != null) {
                sum = sum.add(figure);
                known++;
            }
            if (range != null) {
                ranges = ranges.add(range);
                pairs++;
            }
            if (known == rules.baseline()) {
                return pairs == 0 ? null
                        : part(comparable, point.period(), mean(sum, known), mean(ranges, pairs));
            }
        }
        return null;
    }

    private static Part part(Series comparable, Period through, BigDecimal mean, BigDecimal meanRange) {
        BigDecimal reach = OF_LIMITS.multiply(meanRange);
        return new Part(comparable.points().getFirst().period(), through, comparable.points().getLast().period(), mean,
                mean.subtract(reach), mean.add(reach), meanRange,
                OF_RANGES.multiply(meanRange));
    }

    private static BigDecimal mean(BigDecimal sum, int of) {
        return sum.divide(BigDecimal.valueOf(of), MathContext.DECIMAL128);
    }

    private static @Nullable BigDecimal range(List<@Nullable BigDecimal> figures, int at) {
        BigDecimal figure = figures.get(at);
        BigDecimal before = at == 0 ? null : figures.get(at - 1);
        return figure == null || before == null ? null : figure.subtract(before).abs();
    }

    /** What the last of some figures is a signal of. */
    private static Set<ProcessSignal> signals(List<@Nullable BigDecimal> figures, Part limits, ProcessRules rules) {
        BigDecimal last = figures.getLast();
        Set<ProcessSignal> signals = EnumSet.noneOf(ProcessSignal.class);
        if (last == null) {
            return signals;
        }
        if (last.compareTo(limits.lower()) < 0 || last.compareTo(limits.upper()) > 0) {
            signals.add(ProcessSignal.OUTSIDE);
        }
        int side = last.compareTo(limits.mean());
        if (side != 0 && lastAre(figures, rules.run(), figure -> figure.compareTo(limits.mean()) == side)) {
            signals.add(ProcessSignal.RUN);
        }
        if (goes(figures, rules.going(), 1)) {
            signals.add(ProcessSignal.RISING);
        }
        if (goes(figures, rules.going(), -1)) {
            signals.add(ProcessSignal.FALLING);
        }
        if (isNearLimit(figures, last, limits)) {
            signals.add(ProcessSignal.NEAR_LIMIT);
        }
        return signals;
    }

    private static boolean lastAre(List<@Nullable BigDecimal> figures, int many, Predicate<BigDecimal> such) {
        if (figures.size() < many) {
            return false;
        }
        for (BigDecimal figure : figures.subList(figures.size() - many, figures.size())) {
            if (figure == null || !such.test(figure)) {
                return false;
            }
        }
        return true;
    }

    private static boolean goes(List<@Nullable BigDecimal> figures, int many, int way) {
        if (figures.size() < many) {
            return false;
        }
        for (int i = figures.size() - many + 1; i < figures.size(); i++) {
            BigDecimal figure = figures.get(i);
            BigDecimal before = figures.get(i - 1);
            if (figure == null || before == null || figure.compareTo(before) != way) {
                return false;
            }
        }
        return true;
    }

    /** Two of the last three, this one among them, lie in the outer third on the same side, or beyond the limit. */
    private static boolean isNearLimit(List<@Nullable BigDecimal> figures, BigDecimal last, Part limits) {
        BigDecimal reach = limits.upper().subtract(limits.mean()).multiply(OUTER_THIRD);
        int side = outer(last, limits, reach);
        if (side == 0 || figures.size() < 3) {
            return false;
        }
        int such = 0;
        for (BigDecimal figure : figures.subList(figures.size() - 3, figures.size())) {
            if (figure == null) {
                return false;
            }
            such += outer(figure, limits, reach) == side ? 1 : 0;
        }
        return such >= 2;
    }

    private static int outer(BigDecimal figure, Part limits, BigDecimal reach) {
        BigDecimal off = figure.subtract(limits.mean());
        return off.abs().compareTo(reach) > 0 ? off.signum() : 0;
    }
}
