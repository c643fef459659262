package io.serviceconcept.analysis;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.Period;

/**
 * Figures of periods that follow on each other, those without a figure among them.
 *
 * @param points in order; none is left out between the first and the last
 */
record Series(List<Point> points) {

    /**
     * @param figure null where none may be seen
     * @param breaks whether it is not comparable with what comes before
     * @param mixes whether it begins before an instrument break and ends after it: it is comparable with nothing, and a gap
     */
    record Point(Period period, @Nullable BigDecimal figure, boolean breaks, boolean mixes) {
    }

    Series {
        points = List.copyOf(points);
    }

    /**
     * @param figures of periods of one kind
     * @param breakDays the days from which on answers are not comparable with those before
     */
    static Series of(SortedMap<LocalDate, Period> periods, SortedMap<LocalDate, BigDecimal> figures,
            Collection<LocalDate> breakDays) {
        List<Point> points = new ArrayList<>();
        if (periods.isEmpty()) {
            return new Series(points);
        }
        LocalDate last = periods.lastKey();
        SortedSet<LocalDate> days = new TreeSet<>(breakDays);
        boolean mixed = false;
        for (Period period = periods.firstEntry().getValue(); !period.from().isAfter(last); period = period.next()) {
            SortedSet<LocalDate> within = days.subSet(period.from(), period.next().from());
            boolean breaks = !points.isEmpty() && (mixed || !within.isEmpty());
            mixed = !within.isEmpty() && within.last().isAfter(period.from());
            points.add(new Point(period, mixed ? null : figures.get(period.from()), breaks, mixed));
        }
        return new Series(points);
    }

    /** The parts within which all is comparable, in order; a period that mixes is a part of its own. */
    List<Series> comparable() {
        return comparable(null);
    }

    /** @param restart a day with whose period another part begins as well; null for none */
    List<Series> comparable(@Nullable LocalDate restart) {
        List<Series> parts = new ArrayList<>();
        List<Point> part = new ArrayList<>();
        for (Point point : points) {
            boolean restarts = restart != null && !restart.isBefore(point.period().from())
                    && !restart.isAfter(point.period().to());
            if ((point.breaks() || restarts) && !part.isEmpty()) {
                parts.add(new Series(part));
                part = new ArrayList<>();
            }
            part.add(point);
        }
        if (!part.isEmpty()) {
            parts.add(new Series(part));
        }
        return parts;
    }

    /** The figures by their place from 0, without those that are missing. */
    SortedMap<Integer, BigDecimal> known() {
        SortedMap<Integer, BigDecimal> known = new TreeMap<>();
        for (int i = 0; i < points.size(); i++) {
            BigDecimal figure = points.get(i).figure();
            if (figure != null) {
                known.put(i, figure);
            }
        }
        return known;
    }
}
