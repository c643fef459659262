package io.serviceconcept.indicator;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.Scale;

/** What happened to an indicator. */
public sealed interface IndicatorEvent {

    /**
     * @param version of the definition, from 1
     * @param scale of a {@link IndicatorKind#MEAN}
     * @param minimumN fewer responses give no verdict
     * @param satisfactionOf the concept of which this is the satisfaction indicator
     * @param locations from which a {@link IndicatorKind#COUNT} expects every day; empty when none are named
     */
    record Defined(String indicator, int version, String name, String unit, Better better, Audience audience,
            IndicatorKind kind, @Nullable Scale scale, int minimumN, @Nullable String satisfactionOf,
            @Nullable Anchors anchors, List<String> locations) implements IndicatorEvent {
        public Defined {
            locations = List.copyOf(locations);
        }
    }
}
