package io.serviceconcept.result;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What has to be looked at again because something became known that bears on it.
 *
 * @param from the first day on which it bears on anything
 * @param journey the journey that it bears on; null for all
 * @param reached the last that was looked at; empty to begin
 */
record Recount(long id, String organisation, What what, LocalDate from, @Nullable String journey, List<String> reached) {

    enum What {
        RESPONSES,
        OBSERVATIONS
    }
}
