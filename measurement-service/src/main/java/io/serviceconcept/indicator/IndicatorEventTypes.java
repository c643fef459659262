package io.serviceconcept.indicator;

import io.serviceconcept.eventsourcing.EventTypes;

/** The wire names of what happens to indicators. */
public final class IndicatorEventTypes {

    public static final EventTypes TYPES = EventTypes.builder()
            .add("measurement.indicator-defined.v1", IndicatorEvent.Defined.class)
            .add("measurement.satisfaction-claimed.v1", SatisfactionClaimed.class)
            .build();

    /** A definition as it was written. */
    public static IndicatorEvent.Defined definition(String json) {
        return (IndicatorEvent.Defined) TYPES.read(TYPES.nameOf(IndicatorEvent.Defined.class), json);
    }

    private IndicatorEventTypes() {
    }
}
