package io.serviceconcept.mywork;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Something that waits for its owner.
 *
 * @param id of what it is about: an objective, a service level, a requirement, an assumption, an idea or a concept test
 * @param href where it is found, or where it is seen what is missing
 * @param dueDate the day by which it was to be done; absent when nobody said
 * @param overdue whether that day is over
 */
record MyWorkItem(WorkKind kind, String id, String name, String href, @Nullable LocalDate dueDate, boolean overdue) {

    /** What waits. */
    enum WorkKind {
        /** The figure of an objective or a service level. */
        MEASUREMENT,
        /** A requirement that is neither fulfilled nor waived. */
        REQUIREMENT,
        /** An assumption that is to be tested. */
        ASSUMPTION,
        /** A concept test without a verdict. */
        CONCEPT_TEST,
        /** An idea that was selected, is in test or was validated, and is not realised yet. */
        IDEA
    }

    static MyWorkItem of(WorkKind kind, String id, String name, String href, @Nullable LocalDate dueDate, LocalDate today) {
        return new MyWorkItem(kind, id, name, href, dueDate, dueDate != null && dueDate.isBefore(today));
    }

    /** What is overdue comes first, then what is due first, and last what has no day. */
    String sortKey() {
        // every day begins with a digit, and the tilde comes after all of them
        return (overdue ? "0 " : "1 ") + (dueDate == null ? "~" : dueDate) + ' ' + kind + ' ' + id;
    }
}
