package io.serviceconcept.concept.publishing;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.concept.Assumption;
import io.serviceconcept.concept.Channel;
import io.serviceconcept.concept.ConceptEvent;
import io.serviceconcept.concept.ConceptId;
import io.serviceconcept.concept.CustomerGroup;
import io.serviceconcept.concept.EditionContent;
import io.serviceconcept.concept.EditionContent.NeedImportance;
import io.serviceconcept.concept.Insight;
import io.serviceconcept.concept.Joint;
import io.serviceconcept.concept.Layer;
import io.serviceconcept.concept.Need;
import io.serviceconcept.concept.Objective;
import io.serviceconcept.concept.Part;
import io.serviceconcept.concept.ResearchActivity;
import io.serviceconcept.concept.Service;
import io.serviceconcept.concept.ServiceLevel;
import io.serviceconcept.concept.Stakeholder;
import io.serviceconcept.concept.publishing.ConceptContract.SplitOffData;
import io.serviceconcept.concept.publishing.PartContract.ChannelData;
import io.serviceconcept.concept.publishing.PartContract.GroupData;
import io.serviceconcept.concept.publishing.PartContract.LayerData;
import io.serviceconcept.concept.publishing.PartContract.NeedData;
import io.serviceconcept.concept.publishing.PartContract.NeedWithImportance;
import io.serviceconcept.concept.publishing.PartContract.ObjectiveData;
import io.serviceconcept.concept.publishing.PromiseContract.ChannelShiftData;
import io.serviceconcept.concept.publishing.PromiseContract.OfferData;
import io.serviceconcept.concept.publishing.PromiseContract.ServiceData;
import io.serviceconcept.concept.publishing.PromiseContract.ServiceLevelData;
import io.serviceconcept.eventsourcing.PublicEvent;
import io.serviceconcept.eventsourcing.Publishing;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.idea.IdeaEvent;
import io.serviceconcept.idea.IdeaId;

/** What other services hear of concepts: the parts of the draft, marked as draft, whole editions, and selected ideas. */
@ApplicationScoped
class ConceptPublishing implements Publishing {

    @Override
    public String topic() {
        return "concept-events";
    }

    @Override
    public String source() {
        return "/concept-service";
    }

    @Override
    public boolean publishes(Class<?> eventType) {
        if (ConceptEvent.Unpublished.class.isAssignableFrom(eventType)) {
            return false;
        }
        return ConceptEvent.ConceptCreated.class == eventType || ConceptEvent.PartAdded.class.isAssignableFrom(eventType)
                || ConceptEvent.PartChanged.class.isAssignableFrom(eventType)
                || ConceptEvent.PartRemoved.class.isAssignableFrom(eventType)
                || ConceptEvent.ChannelStatusChanged.class == eventType || ConceptEvent.EditionAdopted.class == eventType
                || ConceptEvent.ConceptRetired.class == eventType
                || ConceptEvent.NeedsMerged.class == eventType || ConceptEvent.NeedSplit.class == eventType
                || IdeaEvent.IdeaSelected.class == eventType;
    }

    @Override
    public PublicEvent publish(RecordedEvent recorded) {
        ConceptContract contract = recorded.event() instanceof IdeaEvent.IdeaSelected selected
                ? selected(IdeaId.of(recorded.stream()).orElseThrow().value(), selected)
                : contract(ConceptId.of(recorded.stream()).orElseThrow().value(), (ConceptEvent) recorded.event());
        return new PublicEvent(type(contract), contract);
    }

    private static ConceptContract contract(String concept, ConceptEvent event) {
        return switch (event) {
            case ConceptEvent.ConceptCreated created -> new ConceptContract.Created(concept, created.name());
            case ConceptEvent.PartAdded added -> drafted(concept, added.part());
            case ConceptEvent.PartChanged changed -> drafted(concept, changed.part());
            case ConceptEvent.PartRemoved removed -> new ConceptContract.PartRemoved(concept, true, removed.partKind(),
                    removed.id());
            case ConceptEvent.ChannelStatusChanged changed -> new ConceptContract.ChannelStatusChanged(concept,
                    changed.channel(), changed.status());
            case ConceptEvent.EditionAdopted adopted -> adopted(concept, adopted);
            case ConceptEvent.NeedsMerged merged -> new ConceptContract.NeedsMerged(concept, true, merged.need(),
                    merged.into());
            case ConceptEvent.NeedSplit split -> new ConceptContract.NeedSplit(concept, true, split.need(),
                    split.into().stream().map(part -> new SplitOffData(NeedData.of(part.need()), part.takes())).toList());
            case ConceptEvent.DirectionSet inside -> throw new IllegalArgumentException("stays inside: " + inside);
            case ConceptEvent.ImportanceSet inside -> throw new IllegalArgumentException("stays inside: " + inside);
            case ConceptEvent.FitAssessed inside -> throw new IllegalArgumentException("stays inside: " + inside);
            case ConceptEvent.FitWithdrawn inside -> throw new IllegalArgumentException("stays inside: " + inside);
            case ConceptEvent.ConceptProposed inside -> throw new IllegalArgumentException("stays inside: " + inside);
            case ConceptEvent.ProposalWithdrawn inside -> throw new IllegalArgumentException("stays inside: " + inside);
            case ConceptEvent.ConceptRetired retired -> new ConceptContract.Retired(concept, retired.retiredOn());
        };
    }

    private static String type(ConceptContract contract) {
        return switch (contract) {
            case ConceptContract.Created created -> "concept.created.v1";
            case ConceptContract.LayerDrafted drafted -> "concept.layer-drafted.v1";
            case ConceptContract.CustomerGroupDrafted drafted -> "concept.customer-group-drafted.v1";
            case ConceptContract.ChannelDrafted drafted -> "concept.channel-drafted.v1";
            case ConceptContract.NeedDrafted drafted -> "concept.need-drafted.v1";
            case ConceptContract.ObjectiveDrafted drafted -> "concept.objective-drafted.v1";
            case ConceptContract.PartRemoved removed -> "concept.part-removed.v1";
            case ConceptContract.EditionAdopted adopted -> "concept.edition-adopted.v1";
            case ConceptContract.ChannelStatusChanged changed -> "concept.channel-status-changed.v1";
            case ConceptContract.Retired retired -> "concept.retired.v1";
            case ConceptContract.IdeaSelected selected -> "idea.selected.v1";
            case ConceptContract.NeedsMerged merged -> "concept.needs-merged.v1";
            case ConceptContract.NeedSplit split -> "concept.need-split.v1";
        };
    }

    private static ConceptContract drafted(String concept, Part part) {
        return switch (part) {
            case Layer layer -> new ConceptContract.LayerDrafted(concept, true,
                    LayerData.of(layer));
            case CustomerGroup group -> new ConceptContract.CustomerGroupDrafted(concept, true,
                    GroupData.of(group));
            case Channel channel -> new ConceptContract.ChannelDrafted(concept, true,
                    ChannelData.of(channel));
            case Need need -> new ConceptContract.NeedDrafted(concept, true, NeedData.of(need));
            case Objective objective -> new ConceptContract.ObjectiveDrafted(concept, true,
                    ObjectiveData.of(objective));
            case Service inside -> throw new IllegalArgumentException("stays inside: " + inside);
            case ServiceLevel inside -> throw new IllegalArgumentException("stays inside: " + inside);
            case Assumption inside -> throw new IllegalArgumentException("stays inside: " + inside);
            case Stakeholder inside -> throw new IllegalArgumentException("stays inside: " + inside);
            case Joint inside -> throw new IllegalArgumentException("stays inside: " + inside);
            case ResearchActivity inside -> throw new IllegalArgumentException("stays inside: " + inside);
            case Insight inside -> throw new IllegalArgumentException("stays inside: " + inside);
        };
    }

    private static ConceptContract adopted(String concept, ConceptEvent.EditionAdopted adopted) {
        EditionContent content = adopted.content();
        Map<String, List<Need.Importance>> importance = content.importance().stream()
                .collect(Collectors.toMap(NeedImportance::need, NeedImportance::importance));
        return new ConceptContract.EditionAdopted(concept, adopted.name(), adopted.edition(), adopted.inForceFrom(),
                content.layers().stream().map(LayerData::of).toList(),
                content.groups().stream().map(GroupData::of).toList(),
                content.channels().stream().map(ChannelData::of).toList(),
                content.needs().stream()
                        .map(need -> NeedWithImportance.of(need, importance.getOrDefault(need.id(), List.of()))).toList(),
                content.objectives().stream().map(ObjectiveData::of).toList(),
                content.services().stream().map(ServiceData::of).toList(),
                content.offers().stream().map(OfferData::of).toList(),
                content.serviceLevels().stream().map(ServiceLevelData::of).toList(),
                content.channelShifts().stream().map(ChannelShiftData::of).toList());
    }

    private static ConceptContract selected(String idea, IdeaEvent.IdeaSelected selected) {
        return new ConceptContract.IdeaSelected(selected.concept(), idea, selected.title(), selected.origin(),
                selected.needs(), selected.channels());
    }
}
