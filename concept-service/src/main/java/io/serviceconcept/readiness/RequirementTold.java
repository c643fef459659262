package io.serviceconcept.readiness;

import java.time.LocalDate;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The records of journey-service on requirements, with the fields used here: each tells the requirement whole. What is
 * required is checked, or the record is parked.
 *
 * @param blocking a wrapper, so that a record without it is noticed
 */
record RequirementTold(String requirement, String concept, String name, String kind, @Nullable String channel,
        String department, @Nullable String owner, @Nullable LocalDate dueDate, @Nullable Boolean blocking, String state) {

    RequirementTold {
        Objects.requireNonNull(requirement, "requirement");
        Objects.requireNonNull(concept, "concept");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(department, "department");
        Objects.requireNonNull(blocking, "blocking");
        Objects.requireNonNull(state, "state");
    }

    boolean blocks() {
        return Boolean.TRUE.equals(blocking);
    }
}
