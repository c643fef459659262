package io.serviceconcept.document;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A requirement as far as employees read of it.
 *
 * @param kind PEOPLE, PROCESS, TECHNOLOGY, DATA, LEGAL or another word
 * @param channel the id of the channel it hangs on
 * @param state OPEN, IN_PROGRESS, FULFILLED or another word
 */
record MustBeInPlace(String name, String kind, @Nullable String channel, String department, @Nullable LocalDate dueDate,
        String state) {
}
