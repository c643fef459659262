package io.serviceconcept.analysis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.SortedMap;

import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.Interval;

/**
 * How figures go: the slope of the least squares line through them, per period, with its 95 % interval (Student's t with n −
 * 2 degrees of freedom; Draper and Smith, "Applied Regression Analysis", 1998, section 1.4).
 *
 * @param slope how much a figure is above the one before
 * @param points how many figures it rests on
 */
record Trend(BigDecimal slope, Interval interval, Direction direction, int points) {

    /** Fewer figures tell no trend. */
    static final int LEAST = 4;

    private static final double UPPER_TAIL = 0.025;

    /** Which way figures go. */
    enum Direction {
        /** The whole interval of the slope lies above zero. */
        RISING,
        /** The whole interval of the slope lies below zero. */
        FALLING,
        /** Nothing else can be told. */
        FLAT
    }

    /**
     * @param figures by their place; places may be missing
     * @return null below {@link #LEAST} figures
     */
    static @Nullable Trend of(SortedMap<Integer, BigDecimal> figures) {
        int n = figures.size();
        if (n < LEAST) {
            return null;
        }
        BigDecimal count = BigDecimal.valueOf(n);
        BigDecimal x = BigDecimal.ZERO;
        BigDecimal y = BigDecimal.ZERO;
        BigDecimal xx = BigDecimal.ZERO;
        BigDecimal xy = BigDecimal.ZERO;
        BigDecimal yy = BigDecimal.ZERO;
        for (Map.Entry<Integer, BigDecimal> entry : figures.entrySet()) {
            BigDecimal place = BigDecimal.valueOf(entry.getKey());
            BigDecimal figure = entry.getValue();
            x = x.add(place);
            y = y.add(figure);
            xx = xx.add(place.multiply(place));
            xy = xy.add(place.multiply(figure));
            yy = yy.add(figure.multiply(figure));
        }
        // n times the sums of squares around the means, exactly
        BigDecimal ofX = count.multiply(xx).subtract(x.multiply(x));
        BigDecimal ofXy = count.multiply(xy).subtract(x.multiply(y));
        BigDecimal ofY = count.multiply(yy).subtract(y.multiply(y));
        BigDecimal slope = ofXy.divide(ofX, MathContext.DECIMAL128);
        BigDecimal left = ofY.multiply(ofX).subtract(ofXy.multiply(ofXy)).max(BigDecimal.ZERO);
        BigDecimal variance = left.divide(ofX.multiply(ofX).multiply(BigDecimal.valueOf(n - 2L)), MathContext.DECIMAL128);
        BigDecimal t = BigDecimal.valueOf(TDistribution.of(n - 2.0).inverseSurvivalProbability(UPPER_TAIL));
        BigDecimal half = t.multiply(variance.sqrt(MathContext.DECIMAL128), MathContext.DECIMAL128);
        Interval interval = new Interval(slope.subtract(half), slope.add(half));
        return new Trend(slope, interval, direction(interval), n);
    }

    private static Direction direction(Interval interval) {
        if (interval.low().signum() > 0) {
            return Direction.RISING;
        }
        return interval.high().signum() < 0 ? Direction.FALLING : Direction.FLAT;
    }
}
