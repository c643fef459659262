package io.serviceconcept.concept;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * An indicator by what it measures, so that it is recognised where its id means nothing.
 *
 * @param id in the organisation that defined it
 * @param measure how it is computed; null when that is not known
 */
public record IndicatorDefinition(String id, String name, String unit, @Nullable Measure measure) {

    /**
     * How an indicator is computed. Decimals are kept without needless zeros, so that equal definitions are equal.
     *
     * @param kind MEAN, TOP_BOX or another word of measurement-service
     * @param better HIGHER or LOWER
     * @param audience CUSTOMER or EMPLOYEE
     * @param minimumN fewer answers give no verdict
     * @param scale the lowest and the highest mark; null for what is not computed from answers
     * @param anchors the marks that mean fit 0, 3 and 4
     * @param cutOff the lowest mark that a TOP_BOX counts
     */
    public record Measure(String kind, String better, String audience, int minimumN, @Nullable Scale scale,
            @Nullable FitAnchors anchors, @Nullable BigDecimal cutOff, @Nullable Change change) {

        public Measure {
            cutOff = cutOff == null ? null : plain(cutOff);
        }

        /** The same of an indicator that says nothing of another. */
        Measure alone() {
            return new Measure(kind, better, audience, minimumN, scale, anchors, cutOff, null);
        }
    }

    public record Scale(BigDecimal min, BigDecimal max) {
        public Scale {
            min = plain(min);
            max = plain(max);
        }
    }

    public record FitAnchors(BigDecimal lowest, BigDecimal norm, BigDecimal highest) {
        public FitAnchors {
            lowest = plain(lowest);
            norm = plain(norm);
            highest = plain(highest);
        }
    }

    /**
     * What a RATE_OF_CHANGE is the change of.
     *
     * @param indicator the id of the other
     * @param baselineYear the year whose same period it is compared with
     */
    public record Change(String indicator, int baselineYear) {
    }

    /** The indicator that this one is the change of; null for most. */
    @Nullable
    String changeOf() {
        Change change = measure == null ? null : measure.change();
        return change == null ? null : change.indicator();
    }

    private static BigDecimal plain(BigDecimal value) {
        return Decimals.plain(value.stripTrailingZeros());
    }
}
