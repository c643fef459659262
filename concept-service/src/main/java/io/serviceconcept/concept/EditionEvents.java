package io.serviceconcept.concept;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.concept.ConceptEvent.EditionAdopted;
import io.serviceconcept.concept.ConceptEvent.FitAssessed;
import io.serviceconcept.concept.ConceptEvent.FitWithdrawn;
import io.serviceconcept.concept.ConceptEvent.ImportanceSet;
import io.serviceconcept.concept.ConceptEvent.PartAdded;
import io.serviceconcept.concept.ConceptEvent.PartChanged;
import io.serviceconcept.eventsourcing.EventStore;

/**
 * The events of concepts without those that only change a draft: what is left says which edition is in force and which
 * channels are open. Kept as they were read, because an edition of a large concept is a long event.
 */
@ApplicationScoped
public class EditionEvents {

    private final KeptFolds<List<ConceptEvent>> kept;

    EditionEvents(EventStore store) {
        this.kept = new KeptFolds<>(store, BeyondTheDraft::new);
    }

    /** In order, as they are now; empty when the organisation has no such concept. Never changed. */
    public List<ConceptEvent> of(String organisation, ConceptId concept) {
        return kept.now(concept.stream(organisation)).map(KeptFolds.Seen::view).orElse(List.of());
    }

    /** As {@link #of(String, ConceptId)}; what is no id of a concept is none that the organisation has. */
    public List<ConceptEvent> of(String organisation, String concept) {
        Optional<ConceptId> id = ConceptId.parse(concept);
        return id.isEmpty() ? List.of() : of(organisation, id.get());
    }

    private static final class BeyondTheDraft implements KeptFolds.Fold<List<ConceptEvent>> {

        private final List<ConceptEvent> events = new ArrayList<>();

        @Override
        public void apply(ConceptEvent event) {
            if (!isOfTheDraftAlone(event)) {
                events.add(event);
            }
        }

        /** Named are those that are sure to be: what may come is kept until somebody says otherwise. */
        private static boolean isOfTheDraftAlone(ConceptEvent event) {
            return event instanceof FitAssessed || event instanceof FitWithdrawn || event instanceof ImportanceSet
                    || event instanceof PartChanged
                    || event instanceof PartAdded added && !(added.part() instanceof Channel);
        }

        @Override
        public List<ConceptEvent> view() {
            return List.copyOf(events);
        }

        @Override
        public int weight(ConceptEvent event) {
            return isOfTheDraftAlone(event) ? 0 : event instanceof EditionAdopted adopted ? weight(adopted.content()) : 1;
        }

        private static int weight(EditionContent content) {
            return 100 + content.fits().size() + 10 * content.needs().size();
        }
    }
}
