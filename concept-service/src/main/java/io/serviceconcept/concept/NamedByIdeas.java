package io.serviceconcept.concept;

import java.util.List;
import java.util.Set;

/** Which ideas name a part of a concept. */
public interface NamedByIdeas {

    record NamingIdea(String id, String title) {
    }

    /**
     * The ideas that may still be realised and name a need, a channel or a customer group, by id: themselves, in the effects
     * that are expected of them, or in their concept tests.
     *
     * @param parts the id of the part, with those of all needs that it is there instead of
     */
    List<NamingIdea> naming(String organisation, String concept, Set<String> parts);
}
