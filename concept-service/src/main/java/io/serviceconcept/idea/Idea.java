package io.serviceconcept.idea;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.serviceconcept.eventsourcing.Personal;
import io.serviceconcept.idea.IdeaEvent.IdeaProposed;

/** An idea, or that there is none. */
sealed interface Idea {

    /** Nothing is known of it yet. */
    record Absent() implements Idea {

        Present proposed(IdeaProposed event) {
            return new Present(event.concept(), event.outline(), IdeaState.PROPOSED, Map.of(), 1);
        }
    }

    /**
     * @param tests by id, in the order in which they came
     * @param version the number of its events
     */
    record Present(String concept, IdeaOutline outline, IdeaState state, Map<String, Tested> tests,
            long version) implements Idea {

        Present changed(IdeaOutline newOutline) {
            return new Present(concept, newOutline, state, tests, version + 1);
        }

        Present moved(IdeaState to) {
            require(state.next().contains(to), state + " is not followed by " + to);
            return new Present(concept, outline, to, tests, version + 1);
        }

        Present testAdded(ConceptTest test) {
            require(!tests.containsKey(test.id()), "the test is there already: " + test.id());
            return with(new Tested(test, List.of()));
        }

        Present testChanged(ConceptTest test) {
            return with(new Tested(test, present(test.id()).quotes()));
        }

        Present quoted(String test, Quote quote) {
            Tested present = present(test);
            return with(new Tested(present.test(), Stream.concat(present.quotes().stream(), Stream.of(quote)).toList()));
        }

        private Tested present(String test) {
            Tested present = tests.get(test);
            if (present == null) {
                throw new IllegalStateException("no such test: " + test);
            }
            return present;
        }

        private Present with(Tested tested) {
            Map<String, Tested> copy = new LinkedHashMap<>(tests);
            copy.put(tested.test().id(), tested);
            return new Present(concept, outline, state, Collections.unmodifiableMap(copy), version + 1);
        }

        private static void require(boolean legal, String otherwise) {
            if (!legal) {
                throw new IllegalStateException(otherwise);
            }
        }
    }

    /** A test with what its participants said. */
    record Tested(ConceptTest test, List<Quote> quotes) {
    }

    /**
     * @param text gone when the one who said it was erased
     */
    record Quote(String id, Personal text) {
    }
}
