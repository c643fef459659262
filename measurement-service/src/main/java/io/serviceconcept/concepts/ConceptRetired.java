package io.serviceconcept.concepts;

import java.time.LocalDate;
import java.util.Objects;

/** {@code concept.retired.v1} as far as this service uses it. */
record ConceptRetired(String concept, LocalDate retiredOn) {

    ConceptRetired {
        Objects.requireNonNull(concept, "concept");
        Objects.requireNonNull(retiredOn, "retiredOn");
    }
}
