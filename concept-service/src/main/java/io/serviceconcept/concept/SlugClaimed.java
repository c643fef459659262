package io.serviceconcept.concept;

import io.serviceconcept.eventsourcing.StreamId;

/**
 * A slug belongs to a concept. It is the first and only event of a stream that carries the slug in its name and is
 * appended together with the concept's first event: the store itself sees to it that a slug is given away once.
 */
record SlugClaimed(String slug, String concept) {

    static StreamId stream(String organisation, String slug) {
        return StreamId.of(organisation, "concept-slug", slug);
    }
}
