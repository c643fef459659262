package io.serviceconcept.concept;

import java.util.List;

import io.serviceconcept.concept.Concept.Absent;
import io.serviceconcept.concept.Concept.InDraft;
import io.serviceconcept.concept.Concept.Proposed;
import io.serviceconcept.concept.Concept.Retired;
import io.serviceconcept.concept.ConceptCommand.AddPart;
import io.serviceconcept.concept.ConceptCommand.Adopt;
import io.serviceconcept.concept.ConceptCommand.AssessFit;
import io.serviceconcept.concept.ConceptCommand.AssessFits;
import io.serviceconcept.concept.ConceptCommand.ChangePart;
import io.serviceconcept.concept.ConceptCommand.ChangeStatus;
import io.serviceconcept.concept.ConceptCommand.Create;
import io.serviceconcept.concept.ConceptCommand.MergeNeeds;
import io.serviceconcept.concept.ConceptCommand.Propose;
import io.serviceconcept.concept.ConceptCommand.RemovePart;
import io.serviceconcept.concept.ConceptCommand.Retire;
import io.serviceconcept.concept.ConceptCommand.SetDirection;
import io.serviceconcept.concept.ConceptCommand.SetImportance;
import io.serviceconcept.concept.ConceptCommand.SplitNeed;
import io.serviceconcept.concept.ConceptCommand.Withdraw;
import io.serviceconcept.concept.ConceptCommand.WithdrawFit;
import io.serviceconcept.concept.ConceptEvent.ChannelStatusChanged;
import io.serviceconcept.concept.ConceptEvent.ConceptCreated;
import io.serviceconcept.concept.ConceptEvent.ConceptProposed;
import io.serviceconcept.concept.ConceptEvent.ConceptRetired;
import io.serviceconcept.concept.ConceptEvent.DirectionSet;
import io.serviceconcept.concept.ConceptEvent.EditionAdopted;
import io.serviceconcept.concept.ConceptEvent.FitAssessed;
import io.serviceconcept.concept.ConceptEvent.FitWithdrawn;
import io.serviceconcept.concept.ConceptEvent.ImportanceSet;
import io.serviceconcept.concept.ConceptEvent.NeedSplit;
import io.serviceconcept.concept.ConceptEvent.NeedsMerged;
import io.serviceconcept.concept.ConceptEvent.PartAdded;
import io.serviceconcept.concept.ConceptEvent.PartChanged;
import io.serviceconcept.concept.ConceptEvent.PartRemoved;
import io.serviceconcept.concept.ConceptEvent.ProposalWithdrawn;
import io.serviceconcept.concept.ConceptRejection.BlockingReason;
import io.serviceconcept.concept.ConceptRejection.ConceptAbsent;
import io.serviceconcept.concept.ConceptRejection.ConceptExists;
import io.serviceconcept.concept.ConceptRejection.IsNotProposed;
import io.serviceconcept.concept.ConceptRejection.IsProposed;
import io.serviceconcept.concept.ConceptRejection.IsRetired;
import io.serviceconcept.concept.ConceptRejection.NotCoherent;
import io.serviceconcept.concept.ConceptRejection.Stale;
import io.serviceconcept.eventsourcing.Decider;
import io.serviceconcept.eventsourcing.Decision;

/** The rules of a concept: which command is for which state. The rules of each kind of part are in classes of their own. */
final class ConceptDecider implements Decider<ConceptCommand, Concept, ConceptEvent, ConceptRejection> {

    @Override
    public Concept initial() {
        return new Absent();
    }

    @Override
    public Decision<ConceptEvent, ConceptRejection> decide(ConceptCommand command, Concept state) {
        return switch (state) {
            case Absent absent -> create(command);
            case InDraft(Draft draft) -> inDraft(command, draft);
            case Proposed(Draft draft) -> whileProposed(command, draft);
            case Retired retired -> whileRetired(command);
        };
    }

    private static Decision<ConceptEvent, ConceptRejection> create(ConceptCommand command) {
        return command instanceof Create create
                ? Decision.accepted(
                        new ConceptCreated(create.id(), create.name(), create.slug(), create.description()))
                : Decision.rejected(new ConceptAbsent());
    }

    private static Decision<ConceptEvent, ConceptRejection> inDraft(ConceptCommand command, Draft draft) {
        return switch (command) {
            case Create create -> Decision.rejected(new ConceptExists());
            case SetDirection set -> direct(set, draft);
            case AddPart add -> PartRules.add(add, draft);
            case ChangePart change -> PartRules.change(change, draft);
            case RemovePart remove -> PartRules.remove(remove, draft);
            case ChangeStatus change -> ChannelRules.changeStatus(change, draft);
            case SetImportance set -> NeedRules.setImportance(set, draft);
            case AssessFit assess -> FitRules.assess(assess, draft);
            case WithdrawFit withdraw -> FitRules.withdraw(withdraw, draft);
            case Propose propose -> propose(propose, draft);
            case Withdraw withdraw -> Decision.rejected(new IsNotProposed());
            case Adopt adopt -> Decision.rejected(new IsNotProposed());
            case AssessFits assess -> FitRules.assess(assess, draft);
            case MergeNeeds merge -> NeedMergeRules.merge(merge, draft);
            case SplitNeed split -> NeedSplitRules.split(split, draft);
            case Retire retire -> retire(retire);
        };
    }

    private static Decision<ConceptEvent, ConceptRejection> whileProposed(ConceptCommand command, Draft draft) {
        return switch (command) {
            case Create create -> Decision.rejected(new ConceptExists());
            case ChangeStatus change -> ChannelRules.changeStatus(change, draft);
            case Propose again -> Decision.accepted();
            case Withdraw withdraw -> Decision.accepted(new ProposalWithdrawn(withdraw.reason()));
            case Adopt adopt -> EditionRules.adopt(adopt, draft);
            case SetDirection set -> Decision.rejected(new IsProposed());
            case AddPart add -> Decision.rejected(new IsProposed());
            case ChangePart change -> Decision.rejected(new IsProposed());
            case RemovePart remove -> Decision.rejected(new IsProposed());
            case SetImportance set -> Decision.rejected(new IsProposed());
            case AssessFit assess -> Decision.rejected(new IsProposed());
            case WithdrawFit withdraw -> Decision.rejected(new IsProposed());
            case AssessFits assess -> Decision.rejected(new IsProposed());
            case MergeNeeds merge -> Decision.rejected(new IsProposed());
            case SplitNeed split -> Decision.rejected(new IsProposed());
            case Retire retire -> retire(retire);
        };
    }

    /** Whatever may be asked of a concept, one that is over refuses it. */
    private static Decision<ConceptEvent, ConceptRejection> whileRetired(ConceptCommand command) {
        return switch (command) {
            case Create create -> Decision.rejected(new ConceptExists());
            case Retire again -> Decision.accepted();
            default -> Decision.rejected(new IsRetired());
        };
    }

    private static Decision<ConceptEvent, ConceptRejection> direct(SetDirection command, Draft draft) {
        if (command.seen() != draft.direction().version()) {
            return Decision.rejected(new Stale(draft.direction().version()));
        }
        return command.direction().equals(draft.direction().value()) ? Decision.accepted()
                : Decision.accepted(new DirectionSet(command.direction()));
    }

    private static Decision<ConceptEvent, ConceptRejection> retire(Retire command) {
        return Decision.accepted(new ConceptRetired(command.reason(), command.today()));
    }

    private static Decision<ConceptEvent, ConceptRejection> propose(Propose command, Draft draft) {
        List<BlockingReason> reasons = Coherence.blockingReasons(draft, command.knownIndicators());
        return reasons.isEmpty() ? Decision.accepted(new ConceptProposed(command.reason()))
                : Decision.rejected(new NotCoherent(reasons));
    }

    @Override
    public Concept evolve(Concept state, ConceptEvent event) {
        return switch (new Step(state, event)) {
            case Step(Absent absent, ConceptCreated created) -> absent.created(created);
            case Step(InDraft in, DirectionSet set) -> in.changed(draft -> draft.directed(set.direction()));
            case Step(InDraft in, PartAdded added) -> in.changed(draft -> draft.added(added.part()));
            case Step(InDraft in, PartChanged changed) -> in.changed(draft -> draft.changed(changed.part()));
            case Step(InDraft in, PartRemoved removed) -> in.changed(draft -> draft.removed(removed));
            case Step(InDraft in, ImportanceSet set) -> in.changed(draft -> draft.importanceSet(set));
            case Step(InDraft in, FitAssessed assessed) -> in.changed(draft -> draft.assessed(assessed));
            case Step(InDraft in, FitWithdrawn withdrawn) -> in.changed(draft -> draft.withdrawn(withdrawn));
            case Step(InDraft in, ChannelStatusChanged changed) -> in.changed(draft -> draft.statusChanged(changed));
            case Step(InDraft in, NeedsMerged merged) -> in.changed(draft -> draft.merged(merged));
            case Step(InDraft in, NeedSplit split) -> in.changed(draft -> draft.split(split));
            case Step(InDraft in, ConceptProposed proposed) -> in.proposed();
            case Step(Proposed on, ChannelStatusChanged changed) -> on.operated(draft -> draft.statusChanged(changed));
            case Step(Proposed on, ProposalWithdrawn withdrawn) -> on.withdrawn();
            case Step(Proposed on, EditionAdopted adopted) -> on.adopted(adopted);
            case Step(InDraft in, ConceptRetired retired) -> in.retired();
            case Step(Proposed on, ConceptRetired retired) -> on.retired();
            case Step(Concept impossible, ConceptEvent other) -> throw new IllegalStateException(
                    other.getClass().getSimpleName() + " cannot follow on " + impossible.getClass().getSimpleName());
        };
    }

    /** A concept from its events. */
    static Concept fold(List<? extends ConceptEvent> events) {
        ConceptDecider decider = new ConceptDecider();
        Concept concept = decider.initial();
        for (ConceptEvent event : events) {
            concept = decider.evolve(concept, event);
        }
        return concept;
    }

    private record Step(Concept state, ConceptEvent event) {
    }
}
