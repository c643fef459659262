package io.serviceconcept.evaluation;

import jakarta.ws.rs.core.UriBuilder;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.Objective;
import io.serviceconcept.evaluation.Standing.StandingPeriod;

/** Where the results behind a verdict are found. */
final class Results {

    private Results() {
    }

    /** The address of the results of an objective's indicator and slice, of one period when given. */
    static String of(Objective objective, @Nullable StandingPeriod period) {
        UriBuilder address = UriBuilder.fromPath("/v1/indicators/{indicator}/results");
        if (period == null) {
            address.queryParam("period", objective.window());
        } else {
            address.queryParam("period", period.kind()).queryParam("from", period.from()).queryParam("to", period.to());
        }
        Objective.Slice slice = objective.slice();
        if (slice != null) {
            address.queryParam("dimension", slice.dimension());
        }
        return address.build(objective.indicator()).toString();
    }
}
