package io.serviceconcept.acceptance;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What marks say on the scale of fits: their mean and its interval of 95 %, each through the anchors. NaN stands for what is
 * unknown.
 */
record PlainMeasured(int n, double fit, double low, double high) {

    /** The 97.5 % quantile of the normal distribution. */
    private static final double Z = 1.959963984540054;

    static PlainMeasured of(List<Double> marks, JsonNode anchors) {
        int n = marks.size();
        double mean = marks.stream().mapToDouble(mark -> mark).average().orElse(Double.NaN);
        double squares = marks.stream().mapToDouble(mark -> (mark - mean) * (mark - mean)).sum();
        double half = n < 2 ? Double.NaN : t(n - 1.0) * Math.sqrt(squares / (n - 1) / n);
        return new PlainMeasured(n, fit(mean, anchors), fit(mean - half, anchors), fit(mean + half, anchors));
    }

    boolean isKnown() {
        return !Double.isNaN(fit);
    }

    /** Whether the interval excludes an assessed fit by a full point. */
    boolean contradicts(double assessed) {
        return low - assessed >= 1 || assessed - high >= 1;
    }

    /** Student's t from the normal distribution (Abramowitz and Stegun 26.7.5); close to 0.0001 from 9 degrees of freedom. */
    private static double t(double freedom) {
        double cubed = Math.pow(Z, 3);
        double fifth = Math.pow(Z, 5);
        return Z + (cubed + Z) / (4 * freedom) + (5 * fifth + 16 * cubed + 3 * Z) / (96 * freedom * freedom)
                + (3 * Math.pow(Z, 7) + 19 * fifth + 17 * cubed - 15 * Z) / (384 * Math.pow(freedom, 3));
    }

    /** The lowest mark is 0, the norm 3, the highest 4; what lies outside takes the nearest end. */
    private static double fit(double mark, JsonNode anchors) {
        double lowest = anchors.path("lowest").asDouble(Double.NaN);
        double norm = anchors.path("norm").asDouble();
        double highest = anchors.path("highest").asDouble();
        double within = Math.min(Math.max(mark, lowest), highest);
        return within <= norm ? (within - lowest) / (norm - lowest) * 3 : 3 + (within - norm) / (highest - norm);
    }
}
