package io.serviceconcept.objective;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.PeriodKind;
import io.serviceconcept.figure.Slice;

/**
 * The target of an objective, or the norm of a service level, in an edition of a concept.
 *
 * @param objective the id of either
 * @param baselineYear of a {@link Measure#CHANGE}
 * @param window the periods that are judged
 * @param inForce whether the edition is the one in force today; none is of a concept that is over
 */
public record ObjectiveTarget(String concept, int edition, String objective, Target target, Measure measure,
        @Nullable Integer baselineYear, PeriodKind window, Slice slice, boolean inForce) {
}
