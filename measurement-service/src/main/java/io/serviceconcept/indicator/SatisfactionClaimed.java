package io.serviceconcept.indicator;

import io.serviceconcept.eventsourcing.StreamId;

/**
 * An indicator became the satisfaction indicator of a concept. Its stream is named after the concept, so that there can
 * be only one, whoever comes first.
 */
public record SatisfactionClaimed(String concept, String indicator) {

    static StreamId stream(String organisation, String concept) {
        return StreamId.of(organisation, "satisfaction", concept);
    }
}
