package io.serviceconcept.concept;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.serviceconcept.concept.ConceptCommand.AddPart;
import io.serviceconcept.concept.ConceptCommand.ChangePart;
import io.serviceconcept.concept.ConceptCommand.RemovePart;
import io.serviceconcept.concept.ConceptEvent.AssumptionAdded;
import io.serviceconcept.concept.ConceptEvent.AssumptionChanged;
import io.serviceconcept.concept.ConceptEvent.AssumptionRemoved;
import io.serviceconcept.concept.ConceptEvent.ChannelAdded;
import io.serviceconcept.concept.ConceptEvent.ChannelChanged;
import io.serviceconcept.concept.ConceptEvent.ChannelRemoved;
import io.serviceconcept.concept.ConceptEvent.ChannelShiftAdded;
import io.serviceconcept.concept.ConceptEvent.ChannelShiftChanged;
import io.serviceconcept.concept.ConceptEvent.ChannelShiftRemoved;
import io.serviceconcept.concept.ConceptEvent.CustomerGroupAdded;
import io.serviceconcept.concept.ConceptEvent.CustomerGroupChanged;
import io.serviceconcept.concept.ConceptEvent.CustomerGroupRemoved;
import io.serviceconcept.concept.ConceptEvent.HandOverAdded;
import io.serviceconcept.concept.ConceptEvent.HandOverChanged;
import io.serviceconcept.concept.ConceptEvent.HandOverRemoved;
import io.serviceconcept.concept.ConceptEvent.InsightAdded;
import io.serviceconcept.concept.ConceptEvent.InsightChanged;
import io.serviceconcept.concept.ConceptEvent.InsightRemoved;
import io.serviceconcept.concept.ConceptEvent.LayerAdded;
import io.serviceconcept.concept.ConceptEvent.LayerChanged;
import io.serviceconcept.concept.ConceptEvent.LayerRemoved;
import io.serviceconcept.concept.ConceptEvent.NeedAdded;
import io.serviceconcept.concept.ConceptEvent.NeedChanged;
import io.serviceconcept.concept.ConceptEvent.NeedRemoved;
import io.serviceconcept.concept.ConceptEvent.ObjectiveAdded;
import io.serviceconcept.concept.ConceptEvent.ObjectiveChanged;
import io.serviceconcept.concept.ConceptEvent.ObjectiveRemoved;
import io.serviceconcept.concept.ConceptEvent.OfferAdded;
import io.serviceconcept.concept.ConceptEvent.OfferChanged;
import io.serviceconcept.concept.ConceptEvent.OfferRemoved;
import io.serviceconcept.concept.ConceptEvent.ResearchActivityAdded;
import io.serviceconcept.concept.ConceptEvent.ResearchActivityChanged;
import io.serviceconcept.concept.ConceptEvent.ResearchActivityRemoved;
import io.serviceconcept.concept.ConceptEvent.ServiceAdded;
import io.serviceconcept.concept.ConceptEvent.ServiceChanged;
import io.serviceconcept.concept.ConceptEvent.ServiceLevelAdded;
import io.serviceconcept.concept.ConceptEvent.ServiceLevelChanged;
import io.serviceconcept.concept.ConceptEvent.ServiceLevelRemoved;
import io.serviceconcept.concept.ConceptEvent.ServiceRemoved;
import io.serviceconcept.concept.ConceptEvent.StakeholderAdded;
import io.serviceconcept.concept.ConceptEvent.StakeholderChanged;
import io.serviceconcept.concept.ConceptEvent.StakeholderRemoved;
import io.serviceconcept.concept.ConceptRejection.DuplicateName;
import io.serviceconcept.concept.ConceptRejection.PartAbsent;
import io.serviceconcept.concept.ConceptRejection.Referrer;
import io.serviceconcept.concept.ConceptRejection.Stale;
import io.serviceconcept.concept.ConceptRejection.StillReferredTo;
import io.serviceconcept.concept.ConceptRejection.TooManyParts;
import io.serviceconcept.concept.ConceptRejection.UnknownCoreNeed;
import io.serviceconcept.concept.ConceptRejection.UnknownReferences;
import io.serviceconcept.eventsourcing.Decision;

/** What holds for a part of any kind: its name is its own, what it refers to exists, what is referred to stays. */
final class PartRules {

    private PartRules() {
    }

    static Decision<ConceptEvent, ConceptRejection> add(AddPart command, Draft draft) {
        PartKind kind = command.part().partKind();
        if (draft.parts().stream().filter(part -> part.partKind() == kind).count() >= kind.most()) {
            return Decision.rejected(new TooManyParts(kind));
        }
        return refusal(command.part(), draft).<Decision<ConceptEvent, ConceptRejection>> map(Decision::rejected)
                .orElseGet(() -> Decision.accepted(added(command.part())));
    }

    static Decision<ConceptEvent, ConceptRejection> change(ChangePart command, Draft draft) {
        Part asked = command.part();
        Versioned<Part> present = draft.parts().find(asked.partKind(), asked.id()).orElse(null);
        if (present == null) {
            return Decision.rejected(new PartAbsent(asked.partKind(), asked.id()));
        }
        if (command.seen() != present.version()) {
            return Decision.rejected(new Stale(present.version()));
        }
        Part changed = keepingStatus(asked, present.value());
        if (changed.equals(present.value())) {
            return Decision.accepted();
        }
        return refusal(changed, draft).<Decision<ConceptEvent, ConceptRejection>> map(Decision::rejected)
                .orElseGet(() -> Decision.accepted(changed(changed)));
    }

    static Decision<ConceptEvent, ConceptRejection> remove(RemovePart command, Draft draft) {
        Versioned<Part> present = draft.parts().find(command.kind(), command.id()).orElse(null);
        if (present == null) {
            return Decision.rejected(new PartAbsent(command.kind(), command.id()));
        }
        if (command.seen() != present.version()) {
            return Decision.rejected(new Stale(present.version()));
        }
        List<Referrer> referrers = referrers(present.value(), draft);
        return referrers.isEmpty() && command.ideas().isEmpty()
                ? Decision.accepted(removed(command.kind(), command.id()))
                : Decision.rejected(new StillReferredTo(referrers, command.ideas()));
    }

    private static Optional<ConceptRejection> refusal(Part part, Draft draft) {
        if (!(part instanceof Joint) && Names.taken(part, draft.parts())) {
            return Optional.of(new DuplicateName(part.partKind(), part.name()));
        }
        List<Part.Reference> unknown = part.references().stream()
                .filter(reference -> !draft.parts().has(reference.kind(), reference.id())).toList();
        if (!unknown.isEmpty()) {
            return Optional.of(part instanceof Need ? new UnknownCoreNeed(unknown.getFirst())
                    : new UnknownReferences(unknown));
        }
        return ofItsKind(part, draft);
    }

    /** What holds for parts of its kind beyond what holds for all. */
    static Optional<ConceptRejection> ofItsKind(Part part, Draft draft) {
        return switch (part) {
            case Need need -> NeedRules.levels(need, draft.parts());
            case Objective objective -> DateRules.order(objective);
            case Joint joint -> JointRules.refusal(joint, draft.parts());
            case ResearchActivity activity -> DateRules.order(activity);
            default -> Optional.empty();
        };
    }

    /** The status of a channel is operational: changing the channel leaves it as it is. */
    private static Part keepingStatus(Part asked, Part present) {
        return asked instanceof Channel channel && present instanceof Channel former ? channel.with(former.status()) : asked;
    }

    private static List<Referrer> referrers(Part part, Draft draft) {
        List<Referrer> referrers = new ArrayList<>();
        draft.parts().stream()
                .filter(other -> other.references().stream()
                        .anyMatch(reference -> reference.kind() == part.partKind() && reference.id().equals(part.id())))
                .forEach(other -> referrers.add(new Referrer(other.partKind(), other.id(), draft.parts().label(other))));
        if (part instanceof CustomerGroup) {
            draft.parts().needs().stream()
                    .filter(need -> draft.importanceOf(need.id()).value().stream()
                            .anyMatch(importance -> importance.group().equals(part.id())))
                    .forEach(need -> referrers.add(new Referrer(PartKind.NEED, need.id(), need.name())));
        }
        return referrers.stream().distinct().toList();
    }

    static ConceptEvent added(Part part) {
        return switch (part) {
            case Layer layer -> new LayerAdded(layer);
            case CustomerGroup group -> new CustomerGroupAdded(group);
            case Channel channel -> new ChannelAdded(channel);
            case Need need -> new NeedAdded(need);
            case Objective objective -> new ObjectiveAdded(objective);
            case Service service -> new ServiceAdded(service);
            case Offer offer -> new OfferAdded(offer);
            case ServiceLevel level -> new ServiceLevelAdded(level);
            case ChannelShift shift -> new ChannelShiftAdded(shift);
            case HandOver over -> new HandOverAdded(over);
            case Assumption assumption -> new AssumptionAdded(assumption);
            case Stakeholder stakeholder -> new StakeholderAdded(stakeholder);
            case ResearchActivity activity -> new ResearchActivityAdded(activity);
            case Insight insight -> new InsightAdded(insight);
        };
    }

    private static ConceptEvent changed(Part part) {
        return switch (part) {
            case Layer layer -> new LayerChanged(layer);
            case CustomerGroup group -> new CustomerGroupChanged(group);
            case Channel channel -> new ChannelChanged(channel);
            case Need need -> new NeedChanged(need);
            case Objective objective -> new ObjectiveChanged(objective);
            case Service service -> new ServiceChanged(service);
            case Offer offer -> new OfferChanged(offer);
            case ServiceLevel level -> new ServiceLevelChanged(level);
            case ChannelShift shift -> new ChannelShiftChanged(shift);
            case HandOver over -> new HandOverChanged(over);
            case Assumption assumption -> new AssumptionChanged(assumption);
            case Stakeholder stakeholder -> new StakeholderChanged(stakeholder);
            case ResearchActivity activity -> new ResearchActivityChanged(activity);
            case Insight insight -> new InsightChanged(insight);
        };
    }

    private static ConceptEvent removed(PartKind kind, String id) {
        return switch (kind) {
            case LAYER -> new LayerRemoved(id);
            case CUSTOMER_GROUP -> new CustomerGroupRemoved(id);
            case CHANNEL -> new ChannelRemoved(id);
            case NEED -> new NeedRemoved(id);
            case OBJECTIVE -> new ObjectiveRemoved(id);
            case SERVICE -> new ServiceRemoved(id);
            case OFFER -> new OfferRemoved(id);
            case SERVICE_LEVEL -> new ServiceLevelRemoved(id);
            case CHANNEL_SHIFT -> new ChannelShiftRemoved(id);
            case HAND_OVER -> new HandOverRemoved(id);
            case ASSUMPTION -> new AssumptionRemoved(id);
            case STAKEHOLDER -> new StakeholderRemoved(id);
            case RESEARCH_ACTIVITY -> new ResearchActivityRemoved(id);
            case INSIGHT -> new InsightRemoved(id);
        };
    }
}
