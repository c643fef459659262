package io.serviceconcept.idea;

import java.util.List;

import io.serviceconcept.eventsourcing.Personal;

/** What happened to an idea. The wire name of each is in {@link IdeaEventTypes}. */
public sealed interface IdeaEvent {

    record IdeaProposed(String concept, IdeaOutline outline) implements IdeaEvent {
    }

    record IdeaChanged(IdeaOutline outline) implements IdeaEvent {
    }

    /** An idea came into another state. */
    sealed interface IdeaMoved extends IdeaEvent {
        IdeaState to();

        String reason();
    }

    /** It carries what others need to know of the idea as it was then. */
    record IdeaSelected(String concept, String title, IdeaOrigin origin, List<String> needs, List<String> channels,
            String reason) implements IdeaMoved {
        public IdeaSelected {
            needs = List.copyOf(needs);
            channels = List.copyOf(channels);
        }

        @Override
        public IdeaState to() {
            return IdeaState.SELECTED;
        }
    }

    record IdeaPutToTest(String reason) implements IdeaMoved {
        @Override
        public IdeaState to() {
            return IdeaState.IN_TEST;
        }
    }

    record IdeaValidated(String reason) implements IdeaMoved {
        @Override
        public IdeaState to() {
            return IdeaState.VALIDATED;
        }
    }

    record IdeaRejected(String reason) implements IdeaMoved {
        @Override
        public IdeaState to() {
            return IdeaState.REJECTED;
        }
    }

    record IdeaRealised(String reason) implements IdeaMoved {
        @Override
        public IdeaState to() {
            return IdeaState.REALISED;
        }
    }

    record TestAdded(ConceptTest test) implements IdeaEvent {
    }

    /** The test is carried whole. */
    record TestChanged(ConceptTest test) implements IdeaEvent {
    }

    /** What a participant said. */
    record QuoteRecorded(String test, String quote, Personal text) implements IdeaEvent {
    }
}
