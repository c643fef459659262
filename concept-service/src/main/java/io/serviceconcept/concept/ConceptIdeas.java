package io.serviceconcept.concept;

import java.util.List;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;

import io.serviceconcept.eventsourcing.Append;

/** The open ideas of concepts as a document of a concept holds them: without their tests and what participants said. */
public interface ConceptIdeas {

    /**
     * The ideas of a concept of the caller's organisation that are not over, by title, as they were at the moment that is asked
     * for. Written as JSON each is what its endpoint takes, without the parts that the draft has no more.
     *
     * @throws io.serviceconcept.eventsourcing.http.ProblemException 404 when the organisation has no such concept
     */
    List<?> of(String concept);

    /**
     * @param idea as {@link #of} tells it
     * @throws io.serviceconcept.eventsourcing.http.InvalidInput naming every way in which it is not of that shape
     */
    ToldIdea read(JsonNode idea);

    /** An idea that a document tells of. */
    interface ToldIdea {

        /** The parts of the document that it names. */
        List<Part.Reference> references();

        /**
         * What makes it an idea of a concept, with an id of its own: nothing has been decided of it there, so it is proposed.
         *
         * @param ids the ids in the concept of the parts of the document
         */
        Append.Change proposed(String organisation, String concept, UnaryOperator<String> ids);
    }
}
