package io.serviceconcept.plan;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.PeriodKind;

/**
 * What people tell of a plan.
 *
 * @param survey of a {@link PlanSource#SURVEY}
 * @param question of a {@link PlanSource#SURVEY}
 * @param feed the system that counts, of {@link PlanSource#OBSERVATIONS}
 * @param frequency how long the periods are of which a figure is expected
 * @param owner who sees to it
 * @param dueDays how many days after a period its figure is due
 */
public record Completion(PlanSource source, @Nullable String survey, @Nullable String question, @Nullable String feed,
        PeriodKind frequency, @Nullable String owner, int dueDays) {

    /** How long a figure may take, unless people tell. */
    static final int USUAL_DUE_DAYS = 14;
}
