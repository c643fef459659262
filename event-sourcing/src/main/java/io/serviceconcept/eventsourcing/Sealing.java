package io.serviceconcept.eventsourcing;

import java.util.Optional;

/** How the personal fields of one event become what is stored, and what is stored becomes readable again. */
public interface Sealing {

    /**
     * @param pointer where in the event's JSON the field is, as a JSON pointer
     * @return empty when the subject is erased, so that nothing may be stored
     */
    Optional<String> seal(String pointer, SubjectId subject, String value);

    /**
     * @param pointer where in the stored JSON it was found
     * @return empty when the subject was erased
     * @throws IllegalStateException if it was changed, or moved there from elsewhere
     */
    Optional<String> open(String pointer, SubjectId subject, String sealed);
}
