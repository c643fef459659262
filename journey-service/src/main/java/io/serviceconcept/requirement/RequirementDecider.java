package io.serviceconcept.requirement;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.Decider;
import io.serviceconcept.eventsourcing.Decision;
import io.serviceconcept.requirement.Requirement.Absent;
import io.serviceconcept.requirement.Requirement.Stated;
import io.serviceconcept.requirement.RequirementCommand.Change;
import io.serviceconcept.requirement.RequirementCommand.Move;
import io.serviceconcept.requirement.RequirementCommand.Open;
import io.serviceconcept.requirement.RequirementEvent.Changed;
import io.serviceconcept.requirement.RequirementEvent.Fulfilled;
import io.serviceconcept.requirement.RequirementEvent.Opened;
import io.serviceconcept.requirement.RequirementEvent.Reopened;
import io.serviceconcept.requirement.RequirementEvent.Started;
import io.serviceconcept.requirement.RequirementEvent.Waived;
import io.serviceconcept.requirement.RequirementRejection.ConceptIsFixed;
import io.serviceconcept.requirement.RequirementRejection.IsOver;
import io.serviceconcept.requirement.RequirementRejection.NoSuchRequirement;
import io.serviceconcept.requirement.RequirementRejection.ReasonMissing;
import io.serviceconcept.requirement.RequirementRejection.RequirementExists;
import io.serviceconcept.requirement.RequirementRejection.StateNotNext;

/** The rules of a requirement: which state follows on which, and which has to be explained. */
final class RequirementDecider implements Decider<RequirementCommand, Requirement, RequirementEvent, RequirementRejection> {

    @Override
    public Requirement initial() {
        return new Absent();
    }

    @Override
    public Decision<RequirementEvent, RequirementRejection> decide(RequirementCommand command, Requirement state) {
        return switch (state) {
            case Absent absent -> command instanceof Open open ? Decision.accepted(new Opened(open.outline()))
                    : Decision.rejected(new NoSuchRequirement());
            case Stated stated -> switch (command) {
                case Open open -> Decision.rejected(new RequirementExists());
                case Change change -> change(change.outline(), stated);
                case Move move -> move(move.to(), move.reason(), stated);
            };
        };
    }

    private static Decision<RequirementEvent, RequirementRejection> change(RequirementOutline outline, Stated stated) {
        if (!outline.concept().equals(stated.outline().concept())) {
            return Decision.rejected(new ConceptIsFixed(stated.outline().concept()));
        }
        if (outline.equals(stated.outline())) {
            return Decision.accepted();
        }
        return stated.state().isOpen() ? Decision.accepted(new Changed(outline, stated.state()))
                : Decision.rejected(new IsOver(stated.state()));
    }

    private static Decision<RequirementEvent, RequirementRejection> move(RequirementState to, @Nullable String reason,
            Stated stated) {
        RequirementState from = stated.state();
        if (to == from) {
            return Decision.accepted();
        }
        if (!from.next().contains(to)) {
            return Decision.rejected(new StateNotNext(from, to, from.next()));
        }
        String why = reason == null ? "" : reason.strip();
        if (to.asksWhy() && why.isEmpty()) {
            return Decision.rejected(new ReasonMissing(to));
        }
        RequirementOutline outline = stated.outline();
        return Decision.accepted(switch (to) {
            case OPEN -> new Reopened(outline, why);
            case IN_PROGRESS -> new Started(outline);
            case FULFILLED -> new Fulfilled(outline);
            case WAIVED -> new Waived(outline, why);
        });
    }

    @Override
    public Requirement evolve(Requirement state, RequirementEvent event) {
        return switch (new Step(state, event)) {
            case Step(Absent absent, Opened opened) -> absent.opened(opened.outline());
            case Step(Stated stated, Changed changed) -> stated.changed(changed.outline());
            case Step(Stated stated, Started started) -> stated.moved(RequirementState.IN_PROGRESS, null);
            case Step(Stated stated, Fulfilled fulfilled) -> stated.moved(RequirementState.FULFILLED, null);
            case Step(Stated stated, Waived waived) -> stated.moved(RequirementState.WAIVED, waived.reason());
            case Step(Stated stated, Reopened reopened) -> stated.moved(RequirementState.OPEN, reopened.reason());
            case Step(Requirement impossible, RequirementEvent other) -> throw new IllegalStateException(
                    other.getClass().getSimpleName() + " cannot follow on " + impossible.getClass().getSimpleName());
        };
    }

    private record Step(Requirement state, RequirementEvent event) {
    }
}
