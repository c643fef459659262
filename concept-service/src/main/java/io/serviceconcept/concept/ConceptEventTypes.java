package io.serviceconcept.concept;

import io.serviceconcept.eventsourcing.EventTypes;

/** The wire names of this service's events. A name is for ever; a breaking change of a record gets a new version. */
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
                .add("concept.objective-added.v1", ConceptEvent.ObjectiveAdded.class)
                .add("concept.objective-changed.v1", ConceptEvent.ObjectiveChanged.class)
                .add("concept.objective-removed.v1", ConceptEvent.ObjectiveRemoved.class)
                .add("concept.proposed.v1", ConceptEvent.ConceptProposed.class)
                .add("concept.proposal-withdrawn.v1", ConceptEvent.ProposalWithdrawn.class)
                .add("concept.edition-adopted.v1", ConceptEvent.EditionAdopted.class)
                .add("concept.retired.v1", ConceptEvent.ConceptRetired.class)
                .build();
    }
}
