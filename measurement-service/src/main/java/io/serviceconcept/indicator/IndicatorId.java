package io.serviceconcept.indicator;

import io.serviceconcept.eventsourcing.StreamId;

/** The identity of an indicator within its organisation. */
public record IndicatorId(String value) {

    public StreamId stream(String organisation) {
        return StreamId.of(organisation, "indicator", value);
    }
}
