package io.serviceconcept.plan;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.PeriodKind;

/**
 * A plan as far as decisions need it.
 *
 * @param overdue the periods that were found overdue
 */
record Plan(@Nullable Completion completion, Set<Missing> overdue) {

    static final Plan NEW = new Plan(null, Set.of());

    /** A period without a figure, expected by an edition. */
    record Missing(int edition, PeriodKind frequency, LocalDate from) {
    }

    Plan complete(Completion told) {
        return new Plan(told, overdue);
    }

    Plan missing(Missing period) {
        return new Plan(completion, Stream.concat(overdue.stream(), Stream.of(period)).collect(Collectors.toSet()));
    }
}
