package io.serviceconcept.concept;

import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.eventsourcing.EventStore;

/** Which concept a slug names, for readers in other packages. */
@ApplicationScoped
public class ConceptSlugs {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST = 100;

    private final EventStore store;

    ConceptSlugs(EventStore store) {
        this.store = store;
    }

    /** Empty when the organisation has no concept of that slug, or the text cannot be a slug. */
    public Optional<ConceptId> find(String organisation, String slug) {
        if (slug.length() > LONGEST || !SLUG.matcher(slug).matches()) {
            return Optional.empty();
        }
        return store.read(SlugClaimed.stream(organisation, slug), 0).stream().findFirst()
                .map(recorded -> new ConceptId(((SlugClaimed) recorded.event()).concept()));
    }
}
