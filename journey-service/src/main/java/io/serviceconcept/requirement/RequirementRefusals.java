package io.serviceconcept.requirement;

import java.util.List;

import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.eventsourcing.http.ProblemException;
import io.serviceconcept.eventsourcing.http.Violation;
import io.serviceconcept.requirement.RequirementRejection.ConceptIsFixed;
import io.serviceconcept.requirement.RequirementRejection.IsOver;
import io.serviceconcept.requirement.RequirementRejection.NoSuchRequirement;
import io.serviceconcept.requirement.RequirementRejection.ReasonMissing;
import io.serviceconcept.requirement.RequirementRejection.RequirementExists;
import io.serviceconcept.requirement.RequirementRejection.StateNotNext;

/** The answers to what is refused. */
final class RequirementRefusals {

    private RequirementRefusals() {
    }

    static ProblemException of(RequirementRejection rejection) {
        Problem problem = switch (rejection) {
            case NoSuchRequirement none -> Problem.notFound();
            case RequirementExists exists -> Problem.of(409, "requirement-exists", "The requirement exists already",
                    "A requirement is opened once.");
            case ConceptIsFixed fixed -> Problem.of(409, "concept-is-fixed", "A requirement stays with its concept",
                    "The requirement belongs to concept " + fixed.concept() + '.');
            case IsOver over -> Problem.of(409, "requirement-is-over", "The requirement is over",
                    "A requirement that is " + over.state() + " is opened again before it changes.");
            case StateNotNext state -> Problem.of(409, "requirement-state-not-next", "State cannot follow",
                    "A requirement that is " + state.from() + " cannot become " + state.to()
                            + "; allowed lists what can follow.")
                    .with("allowed", state.allowed());
            case ReasonMissing missing -> Problem.of(400, "reason-required", "A reason is required",
                    "Whoever waives a requirement or opens it again says why.")
                    .withErrors(List.of(new Violation("/reason", "is required to become " + missing.to())));
        };
        return problem.exception();
    }

    static Problem unknownReferences(List<Violation> unknown) {
        return Problem.of(409, "unknown-reference", "A reference is unknown",
                "What was just added to a concept is known here a moment later.")
                .withErrors(unknown);
    }
}
