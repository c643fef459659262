package io.serviceconcept.result;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.ChangeInterval;
import io.serviceconcept.figure.Figure;
import io.serviceconcept.figure.Histogram;
import io.serviceconcept.figure.Interval;
import io.serviceconcept.indicator.IndicatorEvent;

/** How the figure of an indicator follows from what was answered. */
final class Formulas {

    private Formulas() {
    }

    /** The interval of the change in percent between two figures of an indicator; null where there is none. */
    static @Nullable Interval ofChange(IndicatorEvent.Defined indicator, Figure current, Figure baseline) {
        return switch (indicator.kind()) {
            case MEAN, CES, DURATION -> ChangeInterval.ofMeans(current, baseline);
            case TOP_BOX, SHARE -> ChangeInterval.ofShares(current, baseline);
            // a score may be zero, and a count has no sampling error
            case NPS, COUNT, SUM, RATE_OF_CHANGE -> null;
        };
    }

    /**
     * @param indicator in whatever version of its definition
     * @param marks how often each value was given
     */
    static Figure figure(IndicatorEvent.Defined indicator, Histogram marks) {
        return switch (indicator.kind()) {
            case MEAN -> Figure.ofMean(marks);
            case TOP_BOX -> Figure.ofTopBox(marks, Objects.requireNonNull(indicator.cutOff(), "a top box without a cut-off"));
            case NPS -> Figure.ofNetPromoters(marks);
            case CES -> Figure.ofEffort(marks);
            case SHARE -> Figure.ofShare(marks);
            case COUNT, SUM, DURATION, RATE_OF_CHANGE ->
                throw new IllegalArgumentException("answers do not feed a " + indicator.kind());
        };
    }
}
