package io.serviceconcept.analysis;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

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
     */
    record Point(Period period, @Nullable BigDecimal figure, boolean breaks) {
    }

    Series {
        points = List.copyOf(points);
    }

    /**
     * @param figures of periods of one kind
     * @param breaks the days from which on answers are not comparable with those before
     */
    static Series of(SortedMap<LocalDate, Period> periods, SortedMap<LocalDate, BigDecimal> figures,
            Collection<LocalDate> breaks) {
        List<Point> points = new ArrayList<>();
        if (periods.isEmpty()) {
            return new Series(points);
        }
        LocalDate last = periods.lastKey();
        List<LocalDate> ahead = new ArrayList<>(breaks.stream().sorted().toList());
        for (Period period = periods.firstEntry().getValue(); !period.from().isAfter(last); period = period.next()) {
            boolean broken = false;
            while (!ahead.isEmpty() && !ahead.getFirst().isAfter(period.to())) {
                ahead.removeFirst();
                broken = true;
            }
            points.add(new Point(period, figures.get(period.from()), broken && !points.isEmpty()));
        }
        return new Series(points);
    }

    /** The parts within which all is comparable, in order. */
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
