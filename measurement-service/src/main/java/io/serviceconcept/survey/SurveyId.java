package io.serviceconcept.survey;

import io.serviceconcept.eventsourcing.StreamId;

/** The identity of a survey within its organisation. */
public record SurveyId(String value) {

    public StreamId stream(String organisation) {
        return StreamId.of(organisation, "survey", value);
    }
}
