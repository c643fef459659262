package io.serviceconcept.idea;

import io.serviceconcept.concept.Part;
import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.eventsourcing.http.Violation;
import io.serviceconcept.idea.IdeaRejection.IdeaAbsent;
import io.serviceconcept.idea.IdeaRejection.IdeaExists;
import io.serviceconcept.idea.IdeaRejection.IdeaIsOver;
import io.serviceconcept.idea.IdeaRejection.StateNotNext;
import io.serviceconcept.idea.IdeaRejection.TestAbsent;
import io.serviceconcept.idea.IdeaRejection.TooManyQuotes;
import io.serviceconcept.idea.IdeaRejection.TooManyTests;
import io.serviceconcept.idea.IdeaRejection.UnknownReferences;

/** How each rejection is answered. */
final class IdeaRefusals {

    private IdeaRefusals() {
    }

    static Problem problem(IdeaRejection rejection) {
        return switch (rejection) {
            case IdeaAbsent absent -> Problem.notFound();
            case TestAbsent absent -> Problem.notFound();
            case IdeaExists exists -> conflict("idea-exists", "Idea exists", "The idea exists already.");
            case UnknownReferences unknown -> conflict("unknown-reference", "Unknown reference",
                    "The draft of the concept has no such part; errors lists all of them.")
                    .withErrors(unknown.references().stream().map(IdeaRefusals::violation).toList());
            case StateNotNext state -> conflict("idea-state-not-next", "State cannot follow",
                    "An idea that is " + state.from() + " cannot become " + state.to() + "; "
                            + (state.allowed().isEmpty() ? "nothing follows any more." : "allowed lists what can follow."))
                    .with("allowed", state.allowed());
            case IdeaIsOver over -> conflict("idea-is-over", "Idea is over", "An idea that is " + over.state()
                    + " changes no more and gets no tests; results and quotes of its tests can be added.");
            case TooManyTests tests -> conflict("too-many-tests", "Too many tests",
                    "An idea has at most " + tests.most() + " tests.");
            case TooManyQuotes quotes -> conflict("too-many-quotes", "Too many quotes",
                    "A test has at most " + quotes.most() + " quotes.");
        };
    }

    private static Problem conflict(String type, String title, String detail) {
        return Problem.of(409, type, title, detail);
    }

    private static Violation violation(Part.Reference reference) {
        return new Violation(reference.pointer(),
                "is not a " + reference.kind().word() + " of this concept: " + reference.id());
    }
}
