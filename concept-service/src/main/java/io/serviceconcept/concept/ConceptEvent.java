package io.serviceconcept.concept;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** What happened to a concept. The wire name of each is in {@link ConceptEventTypes}. */
public sealed interface ConceptEvent {

    record ConceptCreated(String concept, String name, String slug, @Nullable String description) implements ConceptEvent {
    }

    record DirectionSet(Direction direction) implements ConceptEvent {
    }

    /** A part came into the draft. */
    sealed interface PartAdded extends ConceptEvent {
        Part part();
    }

    record LayerAdded(Layer layer) implements PartAdded {
        @Override
        public Part part() {
            return layer;
        }
    }

    record CustomerGroupAdded(CustomerGroup group) implements PartAdded {
        @Override
        public Part part() {
            return group;
        }
    }

    record ChannelAdded(Channel channel) implements PartAdded {
        @Override
        public Part part() {
            return channel;
        }
    }

    record NeedAdded(Need need) implements PartAdded {
        @Override
        public Part part() {
            return need;
        }
    }

    record ObjectiveAdded(Objective objective) implements PartAdded {
        @Override
        public Part part() {
            return objective;
        }
    }

    /** A part of the draft is other than it was; it is carried whole. */
    sealed interface PartChanged extends ConceptEvent {
        Part part();
    }

    record LayerChanged(Layer layer) implements PartChanged {
        @Override
        public Part part() {
            return layer;
        }
    }

    record CustomerGroupChanged(CustomerGroup group) implements PartChanged {
        @Override
        public Part part() {
            return group;
        }
    }

    record ChannelChanged(Channel channel) implements PartChanged {
        @Override
        public Part part() {
            return channel;
        }
    }

    record NeedChanged(Need need) implements PartChanged {
        @Override
        public Part part() {
            return need;
        }
    }

    record ObjectiveChanged(Objective objective) implements PartChanged {
        @Override
        public Part part() {
            return objective;
        }
    }

    /** A part left the draft. With a need or a channel go its importance and fits. */
    sealed interface PartRemoved extends ConceptEvent {
        PartKind partKind();

        String id();
    }

    record LayerRemoved(String id) implements PartRemoved {
        @Override
        public PartKind partKind() {
            return PartKind.LAYER;
        }
    }

    record CustomerGroupRemoved(String id) implements PartRemoved {
        @Override
        public PartKind partKind() {
            return PartKind.CUSTOMER_GROUP;
        }
    }

    record ChannelRemoved(String id) implements PartRemoved {
        @Override
        public PartKind partKind() {
            return PartKind.CHANNEL;
        }
    }

    record NeedRemoved(String id) implements PartRemoved {
        @Override
        public PartKind partKind() {
            return PartKind.NEED;
        }
    }

    record ObjectiveRemoved(String id) implements PartRemoved {
        @Override
        public PartKind partKind() {
            return PartKind.OBJECTIVE;
        }
    }

    record ChannelStatusChanged(String channel, ChannelStatus status, @Nullable String reason) implements ConceptEvent {
    }

    record ImportanceSet(String need, List<Need.Importance> importance) implements ConceptEvent {
        public ImportanceSet {
            importance = List.copyOf(importance);
        }
    }

    /** An assessor gave a fit; it replaces the one he gave before. */
    record FitAssessed(String need, String channel, String assessor, int fit, @Nullable String rationale)
            implements
                ConceptEvent {
    }

    record ConceptProposed() implements ConceptEvent {
    }

    record ProposalWithdrawn() implements ConceptEvent {
    }

    /**
     * The draft became an edition.
     *
     * @param name the concept's name at that moment
     * @param edition counts from 1
     */
    record EditionAdopted(String name, int edition, LocalDate inForceFrom, Instant adoptedAt, EditionContent content)
            implements
                ConceptEvent {
    }

    /**
     * The concept is over: nothing of it changes any more, and no edition that lies ahead takes force.
     *
     * @param retiredOn the day, where the organisation is
     */
    record ConceptRetired(String reason, LocalDate retiredOn) implements ConceptEvent {
    }
}
