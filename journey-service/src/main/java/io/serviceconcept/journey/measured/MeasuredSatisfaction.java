package io.serviceconcept.journey.measured;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The last result that measurement-service released for a touchpoint.
 *
 * @param state as measurement-service named it; only a released one has a figure
 * @param n the number of responses
 * @param interval the 95 % interval, null below two responses
 * @param open whether the period goes on, so that the figure can still change
 */
record MeasuredSatisfaction(MeasuredPeriod period, String state, @Nullable Long n, @Nullable BigDecimal figure,
        @Nullable MeasuredInterval interval, boolean open) {

    /** A calendar period, both days included. */
    @Schema(name = "MeasuredTouchpointPeriod")
    record MeasuredPeriod(String kind, String label, LocalDate from, LocalDate to) {
    }

    @Schema(name = "MeasuredTouchpointInterval")
    record MeasuredInterval(BigDecimal low, BigDecimal high) {
    }
}
