package io.serviceconcept.concept;

import io.serviceconcept.eventsourcing.EventTypes;

/** The wire names of the events of concepts. A name is for ever; a breaking change of a record gets a new version. */
public final class ConceptEventTypes {

    private ConceptEventTypes() {
    }

    public static EventTypes all() {
        return EventTypes.builder()
                .add("concept.created.v1", ConceptEvent.ConceptCreated.class)
                .add("concept.slug-claimed.v1", SlugClaimed.class)
                .add("concept.direction-set.v1", ConceptEvent.DirectionSet.class)
                .add("concept.layer-added.v1", ConceptEvent.LayerAdded.class)
                .add("concept.layer-changed.v1", ConceptEvent.LayerChanged.class)
                .add("concept.layer-removed.v1", ConceptEvent.LayerRemoved.class)
                .add("concept.customer-group-added.v1", ConceptEvent.CustomerGroupAdded.class)
                .add("concept.customer-group-changed.v1", ConceptEvent.CustomerGroupChanged.class)
                .add("concept.customer-group-removed.v1", ConceptEvent.CustomerGroupRemoved.class)
                .add("concept.channel-added.v1", ConceptEvent.ChannelAdded.class)
                .add("concept.channel-changed.v1", ConceptEvent.ChannelChanged.class)
                .add("concept.channel-removed.v1", ConceptEvent.ChannelRemoved.class)
                .add("concept.channel-status-changed.v1", ConceptEvent.ChannelStatusChanged.class)
                .add("concept.need-added.v1", ConceptEvent.NeedAdded.class)
                .add("concept.need-changed.v1", ConceptEvent.NeedChanged.class)
                .add("concept.need-removed.v1", ConceptEvent.NeedRemoved.class)
                .add("concept.importance-set.v1", ConceptEvent.ImportanceSet.class)
                .add("concept.fit-assessed.v1", ConceptEvent.FitAssessed.class)
                .add("concept.fit-withdrawn.v1", ConceptEvent.FitWithdrawn.class)
                .add("concept.objective-added.v1", ConceptEvent.ObjectiveAdded.class)
                .add("concept.objective-changed.v1", ConceptEvent.ObjectiveChanged.class)
                .add("concept.objective-removed.v1", ConceptEvent.ObjectiveRemoved.class)
                .add("concept.proposed.v1", ConceptEvent.ConceptProposed.class)
                .add("concept.proposal-withdrawn.v1", ConceptEvent.ProposalWithdrawn.class)
                .add("concept.edition-adopted.v1", ConceptEvent.EditionAdopted.class)
                .add("concept.retired.v1", ConceptEvent.ConceptRetired.class)
                .add("concept.service-added.v1", ConceptEvent.ServiceAdded.class)
                .add("concept.service-changed.v1", ConceptEvent.ServiceChanged.class)
                .add("concept.service-removed.v1", ConceptEvent.ServiceRemoved.class)
                .add("concept.offer-added.v1", ConceptEvent.OfferAdded.class)
                .add("concept.offer-changed.v1", ConceptEvent.OfferChanged.class)
                .add("concept.offer-removed.v1", ConceptEvent.OfferRemoved.class)
                .add("concept.service-level-added.v1", ConceptEvent.ServiceLevelAdded.class)
                .add("concept.service-level-changed.v1", ConceptEvent.ServiceLevelChanged.class)
                .add("concept.service-level-removed.v1", ConceptEvent.ServiceLevelRemoved.class)
                .add("concept.channel-shift-added.v1", ConceptEvent.ChannelShiftAdded.class)
                .add("concept.channel-shift-changed.v1", ConceptEvent.ChannelShiftChanged.class)
                .add("concept.channel-shift-removed.v1", ConceptEvent.ChannelShiftRemoved.class)
                .add("concept.hand-over-added.v1", ConceptEvent.HandOverAdded.class)
                .add("concept.hand-over-changed.v1", ConceptEvent.HandOverChanged.class)
                .add("concept.hand-over-removed.v1", ConceptEvent.HandOverRemoved.class)
                .add("concept.assumption-added.v1", ConceptEvent.AssumptionAdded.class)
                .add("concept.assumption-changed.v1", ConceptEvent.AssumptionChanged.class)
                .add("concept.assumption-removed.v1", ConceptEvent.AssumptionRemoved.class)
                .add("concept.stakeholder-added.v1", ConceptEvent.StakeholderAdded.class)
                .add("concept.stakeholder-changed.v1", ConceptEvent.StakeholderChanged.class)
                .add("concept.stakeholder-removed.v1", ConceptEvent.StakeholderRemoved.class)
                .add("concept.research-activity-added.v1", ConceptEvent.ResearchActivityAdded.class)
                .add("concept.research-activity-changed.v1", ConceptEvent.ResearchActivityChanged.class)
                .add("concept.research-activity-removed.v1", ConceptEvent.ResearchActivityRemoved.class)
                .add("concept.insight-added.v1", ConceptEvent.InsightAdded.class)
                .add("concept.insight-changed.v1", ConceptEvent.InsightChanged.class)
                .add("concept.insight-removed.v1", ConceptEvent.InsightRemoved.class)
                .add("concept.needs-merged.v1", ConceptEvent.NeedsMerged.class)
                .add("concept.need-split.v1", ConceptEvent.NeedSplit.class)
                .build();
    }
}
