package io.serviceconcept.figure;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

import com.datadoghq.sketch.ddsketch.mapping.IndexMapping;
import com.datadoghq.sketch.ddsketch.mapping.LogarithmicMapping;

/**
 * The buckets of durations: a value and what stands for its bucket differ by at most one percent, whatever the order in
 * which values come (DDSketch: Masson, Rim and Lee, "DDSketch: A fast and fully-mergeable quantile sketch with
 * relative-error guarantees", VLDB 2019). Counts are whole numbers, so what was added can be taken away.
 */
public final class DurationSketch {

    private static final IndexMapping MAPPING = new LogarithmicMapping(0.01);

    /** The bucket of zero, and of what is too small to tell from it. */
    public static final int ZERO = Integer.MIN_VALUE;

    private DurationSketch() {
    }

    /** @param value zero or more */
    public static int bucket(BigDecimal value) {
        double number = value.doubleValue();
        return number < MAPPING.minIndexableValue() ? ZERO : MAPPING.index(number);
    }

    /** What stands for the values of a bucket, rounded as it is shown. */
    public static BigDecimal value(int bucket) {
        return bucket == ZERO ? BigDecimal.ZERO : Decimals.shown(BigDecimal.valueOf(MAPPING.value(bucket)));
    }

    /** @param counts by bucket */
    public static Histogram histogram(Map<Integer, Long> counts) {
        Map<BigDecimal, Long> values = new HashMap<>();
        counts.forEach((bucket, count) -> values.merge(value(bucket), count, Long::sum));
        return Histogram.of(values);
    }
}
