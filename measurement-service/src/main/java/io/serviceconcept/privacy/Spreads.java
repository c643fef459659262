package io.serviceconcept.privacy;

import java.util.Map;
import java.util.Set;

import io.serviceconcept.figure.Slice;

/** Tells how the responses of slices are spread; asked of few, because it costs. */
@FunctionalInterface
public interface Spreads {

    /** Where nothing is known of it, and only what tables say is looked at. */
    Spreads NONE = (days, slices) -> Map.of();

    /** @return the spread of each slice that was asked for */
    Map<Slice, Spread> of(Days days, Set<Slice> slices);
}
