package io.serviceconcept.benchmark;

import java.util.Locale;

/** Where the median of the ratios must lie. */
record Bar(double limit, boolean isLeast) {

    static Bar atLeast(double limit) {
        return new Bar(limit, true);
    }

    static Bar atMost(double limit) {
        return new Bar(limit, false);
    }

    boolean isMetBy(Ratios ratios) {
        return isLeast ? ratios.median() >= limit : ratios.median() <= limit;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %s×", isLeast ? "≥" : "≤", limit);
    }
}
