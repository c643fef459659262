package io.serviceconcept.plan;

import java.time.LocalDate;

import io.serviceconcept.figure.PeriodKind;

/** What happened to a measurement plan. The plan itself follows from the editions of its concept. */
public sealed interface PlanEvent {

    /** People told from where, how often and by whom. */
    record Completed(String plan, Completion completion) implements PlanEvent {
    }

    /**
     * A figure that was due did not come.
     *
     * @param concept whose edition expects it
     * @param target the objective or service level
     * @param from the first day of the period without a figure
     * @param due the day on which it should have been there
     */
    record FoundOverdue(String plan, String concept, int edition, String target, String indicator, PeriodKind frequency,
            LocalDate from, LocalDate due) implements PlanEvent {
    }
}
