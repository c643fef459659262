package io.serviceconcept.evaluation;

import jakarta.ws.rs.core.UriBuilder;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.Objective;
import io.serviceconcept.concept.Objective.ObjectiveWindow;
import io.serviceconcept.evaluation.Standing.StandingPeriod;

/** Where the results behind a verdict are found. */
final class Results {

    private Results() {
    }

    /** The address of the results of a target's indicator and slice, of one period when given. */
    static String of(@Nullable String indicator, @Nullable ObjectiveWindow window, Objective.@Nullable Slice slice,
            @Nullable StandingPeriod period) {
        UriBuilder address = UriBuilder.fromPath("/v1/indicators/{indicator}/results");
        if (period == null) {
            address.queryParam("period", window);
        } else {
            address.queryParam("period", period.kind()).queryParam("from", period.from()).queryParam("to", period.to());
        }
        if (slice != null) {
            address.queryParam("dimension", slice.dimension());
        }
        return address.build(indicator).toString();
    }
}
