package io.serviceconcept.journey;

import java.util.List;

import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.eventsourcing.http.ProblemException;
import io.serviceconcept.eventsourcing.http.Violation;
import io.serviceconcept.journey.JourneyRejection.ConceptIsFixed;
import io.serviceconcept.journey.JourneyRejection.JourneyExists;
import io.serviceconcept.journey.JourneyRejection.NoSuchJourney;
import io.serviceconcept.journey.JourneyRejection.NoSuchPhase;
import io.serviceconcept.journey.JourneyRejection.NoSuchTouchpoint;
import io.serviceconcept.journey.JourneyRejection.PhaseNotEmpty;
import io.serviceconcept.journey.JourneyRejection.PositionOutOfRange;
import io.serviceconcept.journey.JourneyRejection.TooManyParts;
import io.serviceconcept.journey.JourneyRejection.UnknownPhase;

/** The answers to what is refused. */
final class Problems {

    private Problems() {
    }

    static ProblemException of(JourneyRejection rejection) {
        Problem problem = switch (rejection) {
            case NoSuchJourney none -> Problem.notFound();
            case NoSuchPhase none -> Problem.notFound();
            case NoSuchTouchpoint none -> Problem.notFound();
            case JourneyExists exists -> Problem.of(409, "journey-exists", "The journey exists already",
                    "A journey is created once.");
            case UnknownPhase unknown -> unknownReferences(List.of(new Violation("/phase", "not a phase of this journey")));
            case ConceptIsFixed fixed -> Problem.of(409, "concept-is-fixed", "A journey stays with its concept",
                    "The journey belongs to concept " + fixed.concept() + '.');
            case PositionOutOfRange range -> Problem.of(409, "position-out-of-range", "There is no such position",
                    "Position " + range.position() + " is not between 1 and " + range.last() + '.');
            case PhaseNotEmpty notEmpty -> Problem.of(409, "phase-not-empty", "The phase still has touchpoints",
                    "Move or remove its touchpoints first.")
                    .with("touchpoints", notEmpty.touchpoints());
            case TooManyParts tooMany -> Problem.of(409, "journey-full", "The journey is full",
                    "A journey has at most " + tooMany.limit() + " phases and " + tooMany.limit() + " touchpoints.");
        };
        return problem.exception();
    }

    static Problem conceptRetired() {
        return Problem.of(409, "concept-is-retired", "Concept is retired",
                "The concept is over: its journeys can be read, and nothing of them changes any more.");
    }

    static Problem unknownReferences(List<Violation> unknown) {
        return Problem.of(409, "unknown-reference", "A reference is unknown",
                "What was just added to a concept is known here a moment later.")
                .withErrors(unknown);
    }
}
