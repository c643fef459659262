package io.serviceconcept.plan;

import java.time.LocalDate;
import java.util.SortedSet;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.PeriodKind;
import io.serviceconcept.figure.Slice;

/**
 * What an edition expects of one of its targets, with what people told and what was measured.
 *
 * @param completion null while nobody told anything
 * @param measured the first days of the periods in which something was measured, hidden or not
 * @param foundOverdue the first day of the latest period that was found overdue
 */
record PlannedMeasurement(String organisation, String plan, String concept, int edition, TimeInForce time,
        LocalDate derivedOn, String target, @Nullable String name, String indicator, PeriodKind window, Slice slice,
        @Nullable String owner, @Nullable Completion completion, SortedSet<LocalDate> measured,
        @Nullable LocalDate foundOverdue) {

    /** The first day of the latest period in which something was measured; null when nothing ever was. */
    @Nullable
    LocalDate lastMeasured() {
        return measured.isEmpty() ? null : measured.last();
    }

    PeriodKind frequency() {
        return completion == null ? window : completion.frequency();
    }

    int dueDays() {
        return completion == null ? Completion.USUAL_DUE_DAYS : completion.dueDays();
    }

    Expectation expectation(LocalDate today) {
        return Expectation.of(time, derivedOn, frequency(), dueDays(), measured, today);
    }
}
