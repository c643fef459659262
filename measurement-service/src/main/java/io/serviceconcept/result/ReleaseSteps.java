package io.serviceconcept.result;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.indicator.ChangeOf;
import io.serviceconcept.indicator.IndicatorEvent;
import io.serviceconcept.survey.Surveys;

/** How many changes of an indicator's figures are shown together. */
@ApplicationScoped
class ReleaseSteps {

    private final Surveys surveys;

    ReleaseSteps(Surveys surveys) {
        this.surveys = surveys;
    }

    /** The largest step of the surveys that feed it, or feed what it is the change of; 1 when none does. */
    int of(String organisation, IndicatorEvent.Defined indicator) {
        ChangeOf change = indicator.change();
        if (change != null) {
            return surveys.releaseStep(organisation, change.indicator());
        }
        return indicator.kind().fedByResponses() ? surveys.releaseStep(organisation, indicator.indicator()) : 1;
    }
}
