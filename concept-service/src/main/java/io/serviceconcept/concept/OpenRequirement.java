package io.serviceconcept.concept;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A requirement of a channel that is neither fulfilled nor waived.
 *
 * @param department which sees to it
 * @param owner the person who sees to it
 * @param dueDate the day by which it is to be fulfilled
 */
public record OpenRequirement(String id, String name, String department, @Nullable String owner,
        @Nullable LocalDate dueDate) {

    String inWords() {
        return '"' + name + "\" is open: " + department + (dueDate == null ? " sees to it" : " sees to it by " + dueDate);
    }
}
