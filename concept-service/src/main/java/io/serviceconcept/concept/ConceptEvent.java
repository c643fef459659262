package io.serviceconcept.concept;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** What happened to a concept. The wire name of each is in {@link ConceptEventTypes}. */
public sealed interface ConceptEvent {

    /**
     * @param importedFrom the SHA-256 of the document that it was made from, in hexadecimal; null when it was made from none
     * @param indicators what the document said of the indicators that it names and the organisation did not have; null when
     *        there were none
     */
    record ConceptCreated(String concept, String name, String slug, @Nullable String description,
            @Nullable String importedFrom, @Nullable List<IndicatorDefinition> indicators) implements ConceptEvent {

        public ConceptCreated {
            indicators = indicators == null ? null : List.copyOf(indicators);
        }

        /** Made from nothing. */
        ConceptCreated(String concept, String name, String slug, @Nullable String description) {
            this(concept, name, slug, description, null, null);
        }
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

    /**
     * @param override that the channel became active though requirements of it were open; null when none was, and in what
     *        was stored before there were any
     */
    record ChannelStatusChanged(String channel, ChannelStatus status, @Nullable String reason,
            @Nullable GateOverride override) implements ConceptEvent {

        public ChannelStatusChanged(String channel, ChannelStatus status, @Nullable String reason) {
            this(channel, status, reason, null);
        }
    }

    /**
     * @param requirements those that were open
     */
    record GateOverride(String reason, List<OverriddenRequirement> requirements) {
        public GateOverride {
            requirements = List.copyOf(requirements);
        }
    }

    record OverriddenRequirement(String id, String name) {
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

    /** An assessor took back the fit that he gave. */
    record FitWithdrawn(String need, String channel, String assessor) implements ConceptEvent {
    }

    /**
     * @param reason null when none was given
     */
    record ConceptProposed(@Nullable String reason) implements ConceptEvent {

        ConceptProposed() {
            this(null);
        }
    }

    /**
     * @param reason null when none was given
     */
    record ProposalWithdrawn(@Nullable String reason) implements ConceptEvent {

        ProposalWithdrawn() {
            this(null);
        }
    }

    /**
     * The draft became an edition.
     *
     * @param name the concept's name at that moment
     * @param edition counts from 1
     * @param reason null when none was given
     */
    record EditionAdopted(String name, int edition, LocalDate inForceFrom, Instant adoptedAt, EditionContent content,
            @Nullable String reason) implements ConceptEvent {

        /** For no reason that was given. */
        public EditionAdopted(String name, int edition, LocalDate inForceFrom, Instant adoptedAt, EditionContent content) {
            this(name, edition, inForceFrom, adoptedAt, content, null);
        }
    }

    /**
     * The concept is over: nothing of it changes any more, and no edition that lies ahead takes force.
     *
     * @param retiredOn the day, where the organisation is
     */
    record ConceptRetired(String reason, LocalDate retiredOn) implements ConceptEvent {
    }

    /** What is said of the draft here stays inside: others hear of it, if at all, in an edition. */
    interface Unpublished {
    }

    record ServiceAdded(Service service) implements PartAdded, Unpublished {
        @Override
        public Part part() {
            return service;
        }
    }

    record OfferAdded(Offer offer) implements PartAdded, Unpublished {
        @Override
        public Part part() {
            return offer;
        }
    }

    record ServiceLevelAdded(ServiceLevel serviceLevel) implements PartAdded, Unpublished {
        @Override
        public Part part() {
            return serviceLevel;
        }
    }

    record ChannelShiftAdded(ChannelShift shift) implements PartAdded, Unpublished {
        @Override
        public Part part() {
            return shift;
        }
    }

    record HandOverAdded(HandOver handOver) implements PartAdded, Unpublished {
        @Override
        public Part part() {
            return handOver;
        }
    }

    record AssumptionAdded(Assumption assumption) implements PartAdded, Unpublished {
        @Override
        public Part part() {
            return assumption;
        }
    }

    record StakeholderAdded(Stakeholder stakeholder) implements PartAdded, Unpublished {
        @Override
        public Part part() {
            return stakeholder;
        }
    }

    record ServiceChanged(Service service) implements PartChanged, Unpublished {
        @Override
        public Part part() {
            return service;
        }
    }

    record OfferChanged(Offer offer) implements PartChanged, Unpublished {
        @Override
        public Part part() {
            return offer;
        }
    }

    record ServiceLevelChanged(ServiceLevel serviceLevel) implements PartChanged, Unpublished {
        @Override
        public Part part() {
            return serviceLevel;
        }
    }

    record ChannelShiftChanged(ChannelShift shift) implements PartChanged, Unpublished {
        @Override
        public Part part() {
            return shift;
        }
    }

    record HandOverChanged(HandOver handOver) implements PartChanged, Unpublished {
        @Override
        public Part part() {
            return handOver;
        }
    }

    record AssumptionChanged(Assumption assumption) implements PartChanged, Unpublished {
        @Override
        public Part part() {
            return assumption;
        }
    }

    record StakeholderChanged(Stakeholder stakeholder) implements PartChanged, Unpublished {
        @Override
        public Part part() {
            return stakeholder;
        }
    }

    record ServiceRemoved(String id) implements PartRemoved, Unpublished {
        @Override
        public PartKind partKind() {
            return PartKind.SERVICE;
        }
    }

    record OfferRemoved(String id) implements PartRemoved, Unpublished {
        @Override
        public PartKind partKind() {
            return PartKind.OFFER;
        }
    }

    record ServiceLevelRemoved(String id) implements PartRemoved, Unpublished {
        @Override
        public PartKind partKind() {
            return PartKind.SERVICE_LEVEL;
        }
    }

    record ChannelShiftRemoved(String id) implements PartRemoved, Unpublished {
        @Override
        public PartKind partKind() {
            return PartKind.CHANNEL_SHIFT;
        }
    }

    record HandOverRemoved(String id) implements PartRemoved, Unpublished {
        @Override
        public PartKind partKind() {
            return PartKind.HAND_OVER;
        }
    }

    record AssumptionRemoved(String id) implements PartRemoved, Unpublished {
        @Override
        public PartKind partKind() {
            return PartKind.ASSUMPTION;
        }
    }

    record StakeholderRemoved(String id) implements PartRemoved, Unpublished {
        @Override
        public PartKind partKind() {
            return PartKind.STAKEHOLDER;
        }
    }

    record ResearchActivityAdded(ResearchActivity activity) implements PartAdded, Unpublished {
        @Override
        public Part part() {
            return activity;
        }
    }

    record ResearchActivityChanged(ResearchActivity activity) implements PartChanged, Unpublished {
        @Override
        public Part part() {
            return activity;
        }
    }

    record ResearchActivityRemoved(String id) implements PartRemoved, Unpublished {
        @Override
        public PartKind partKind() {
            return PartKind.RESEARCH_ACTIVITY;
        }
    }

    record InsightAdded(Insight insight) implements PartAdded, Unpublished {
        @Override
        public Part part() {
            return insight;
        }
    }

    record InsightChanged(Insight insight) implements PartChanged, Unpublished {
        @Override
        public Part part() {
            return insight;
        }
    }

    record InsightRemoved(String id) implements PartRemoved, Unpublished {
        @Override
        public PartKind partKind() {
            return PartKind.INSIGHT;
        }
    }

    /**
     * A need went up in another: what named it names the other, which has both their assessed fits.
     *
     * @param importance that of the other from then on
     * @param kept where somebody assessed both, that of the other counts, except here
     */
    record NeedsMerged(String need, String into, List<Need.Importance> importance, List<KeptFit> kept)
            implements
                ConceptEvent {
        public NeedsMerged {
            importance = List.copyOf(importance);
            kept = List.copyOf(kept);
        }
    }

    /** A channel for which what this assessor gave the merged need counts. */
    record KeptFit(String channel, String assessor) {
    }

    /** A need became several, each with its importance and fits to start from. The insights that named it support all. */
    record NeedSplit(String need, List<SplitOff> into) implements ConceptEvent {
        public NeedSplit {
            into = List.copyOf(into);
        }

        /** The needs that a part which named this one names from then on. */
        List<String> insteadFor(Part part) {
            return into.stream().filter(off -> part instanceof Insight || off.takes().contains(part.id()))
                    .map(off -> off.need().id()).toList();
        }
    }

    /**
     * @param takes the ids of the parts that named the need that was split, and name this one from then on
     */
    record SplitOff(Need need, List<String> takes) {
        public SplitOff {
            takes = List.copyOf(takes);
        }
    }
}
