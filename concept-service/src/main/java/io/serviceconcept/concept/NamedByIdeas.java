package io.serviceconcept.concept;

import java.util.List;

/** Which ideas name a part of a concept. */
public interface NamedByIdeas {

    record NamingIdea(String id, String title) {
    }

    /** The ideas that may still be realised and name the need or the channel, by id. */
    List<NamingIdea> naming(String organisation, String concept, String part);
}
