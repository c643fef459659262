package io.serviceconcept.figure;

import org.jspecify.annotations.Nullable;

/**
 * What is shown beside a figure, as far as its kind has it.
 *
 * @param share in percent: of a customer effort score the marks at or above 5
 * @param median the value below which half of all lie
 * @param p90 the value that 90 % do not exceed
 * @param p95 the value that 95 % do not exceed
 */
public record Beside(@Nullable Estimate share, @Nullable Estimate median, @Nullable Estimate p90, @Nullable Estimate p95) {

    public static final Beside NOTHING = new Beside(null, null, null, null);

    static Beside percentiles(Histogram values, @Nullable Estimate share) {
        return new Beside(share, Percentile.of(values, 50).shown(), Percentile.of(values, 90).shown(),
                Percentile.of(values, 95).shown());
    }
}
