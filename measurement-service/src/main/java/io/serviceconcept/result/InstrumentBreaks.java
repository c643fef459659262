package io.serviceconcept.result;

import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.eventsourcing.time.Calendars;
import io.serviceconcept.indicator.IndicatorEvent;
import io.serviceconcept.survey.Surveys;

/** The days from which on answers are not comparable with those before. */
@ApplicationScoped
public class InstrumentBreaks {

    private final Surveys surveys;
    private final Calendars calendars;

    InstrumentBreaks(Surveys surveys, Calendars calendars) {
        this.surveys = surveys;
        this.calendars = calendars;
    }

    /** Of those that feed an indicator, or what it is the change of; in order. */
    public List<LocalDate> of(String organisation, IndicatorEvent.Defined indicator) {
        return surveys.breaks(organisation, indicator).stream().map(calendars.of(organisation)::dayOf).toList();
    }
}
