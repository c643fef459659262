package io.serviceconcept.plan;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.Period;
import io.serviceconcept.history.EventWording;

/** What happened to a measurement plan, in words. */
final class PlanWording implements EventWording<PlanEvent> {

    @Override
    public String tell(PlanEvent event) {
        return switch (event) {
            case PlanEvent.Completed completed -> "Measured from " + completed.completion().source() + " each "
                    + completed.completion().frequency() + ", due after " + completed.completion().dueDays() + " days";
            case PlanEvent.FoundOverdue found -> "No figure of " + new Period(found.frequency(), found.from()).label()
                    + " by " + found.due() + ", which edition " + found.edition() + " expects";
        };
    }

    @Override
    public @Nullable String reason(PlanEvent event) {
        return null;
    }
}
