package io.serviceconcept.plan;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.PeriodKind;
import io.serviceconcept.figure.Slice;

/**
 * What an edition expects of one of its targets, with what people told and what was measured.
 *
 * @param completion null while nobody told anything
 * @param measured the first day of the latest period with a figure
 * @param foundOverdue the first day of the latest period that was found overdue
 */
record PlannedMeasurement(String organisation, String plan, String concept, int edition, LocalDate inForceFrom,
        LocalDate derivedOn, String target, @Nullable String name, String indicator, PeriodKind window, Slice slice,
        @Nullable String owner, @Nullable Completion completion, @Nullable LocalDate measured,
        @Nullable LocalDate foundOverdue) {

    PeriodKind frequency() {
        return completion == null ? window : completion.frequency();
    }

    int dueDays() {
        return completion == null ? Completion.USUAL_DUE_DAYS : completion.dueDays();
    }

    Expectation expectation(LocalDate today) {
        return Expectation.of(inForceFrom, derivedOn, frequency(), dueDays(), measured, today);
    }
}
