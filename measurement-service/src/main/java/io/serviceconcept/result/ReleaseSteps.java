package io.serviceconcept.result;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.indicator.Audience;
import io.serviceconcept.indicator.IndicatorEvent;

/** How many changes of an indicator's figures are shown together. */
@ApplicationScoped
class ReleaseSteps {

    /** Customers are many; colleagues know each other, and who answered when. */
    private static final int OF_EMPLOYEES = 10;

    /** The largest step of the surveys that feed it. */
    int of(String organisation, IndicatorEvent.Defined indicator) {
        return indicator.audience() == Audience.EMPLOYEE ? OF_EMPLOYEES : 1;
    }
}
