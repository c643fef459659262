package io.serviceconcept.plan;

import io.serviceconcept.eventsourcing.Decider;
import io.serviceconcept.eventsourcing.Decision;
import io.serviceconcept.plan.Plan.Missing;

/** The rules of a measurement plan. */
final class PlanDecider implements Decider<PlanCommand, Plan, PlanEvent, PlanRejection> {

    @Override
    public Plan initial() {
        return Plan.NEW;
    }

    @Override
    public Decision<PlanEvent, PlanRejection> decide(PlanCommand command, Plan plan) {
        return switch (command) {
            case PlanCommand.Complete complete when complete.fed() != PlanCommand.Fed.YES ->
                Decision.rejected(new PlanRejection.NotFed(complete.fed()));
            case PlanCommand.Complete complete when complete.completion().equals(plan.completion()) -> Decision.accepted();
            case PlanCommand.Complete complete ->
                Decision.accepted(new PlanEvent.Completed(complete.plan(), complete.completion()));
            case PlanCommand.FindOverdue find when plan.overdue().contains(missing(find.found())) -> Decision.accepted();
            case PlanCommand.FindOverdue find -> Decision.accepted(find.found());
        };
    }

    @Override
    public Plan evolve(Plan plan, PlanEvent event) {
        return switch (event) {
            case PlanEvent.Completed completed -> plan.complete(completed.completion());
            case PlanEvent.FoundOverdue found -> plan.missing(missing(found));
        };
    }

    private static Missing missing(PlanEvent.FoundOverdue found) {
        return new Missing(found.edition(), found.frequency(), found.from());
    }
}
