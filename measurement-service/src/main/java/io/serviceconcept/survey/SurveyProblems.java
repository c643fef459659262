package io.serviceconcept.survey;

import java.util.List;

import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.eventsourcing.http.Violation;
import io.serviceconcept.survey.SurveyRejection.Reason;
import io.serviceconcept.survey.SurveyRejection.Unusable;

/** Why a survey was not drawn up or revised, as it is answered. */
final class SurveyProblems {

    private SurveyProblems() {
    }

    static Problem of(SurveyRejection rejection) {
        return switch (rejection) {
            case SurveyRejection.AlreadyDrawnUp drawnUp ->
                Problem.of(409, "already-drawn-up", "Already drawn up", "This survey exists already.");
            case SurveyRejection.NotDrawnUp notDrawnUp -> Problem.notFound();
            case SurveyRejection.NotLater later -> Problem
                    .of(409, "version-not-later", "Not later than the version before",
                            "A version comes into use after the one before it.")
                    .withErrors(List.of(new Violation("/inUseFrom", "lies not after " + later.inUseFrom())));
            case SurveyRejection.AboutSomethingElse other -> Problem.of(409, "another-survey", "Another survey",
                    "A survey stays about one concept and one audience; draw up another one.");
            case SurveyRejection.UnusableIndicators indicators -> Problem
                    .of(409, type(indicators), "Indicators that cannot be fed",
                            "Questions name indicators that they cannot feed.")
                    .withErrors(indicators.unusable().stream().map(SurveyProblems::violation).toList());
        };
    }

    private static String type(SurveyRejection.UnusableIndicators indicators) {
        if (anyIs(indicators, Reason.UNKNOWN)) {
            return "unknown-reference";
        }
        return anyIs(indicators, Reason.OTHER_AUDIENCE) ? "indicator-for-another-audience" : "indicator-does-not-fit";
    }

    private static boolean anyIs(SurveyRejection.UnusableIndicators indicators, Reason reason) {
        return indicators.unusable().stream().anyMatch(unusable -> unusable.reason() == reason);
    }

    private static Violation violation(Unusable unusable) {
        String pointer = "/questions/" + unusable.question() + "/indicators/" + unusable.place();
        return new Violation(pointer, switch (unusable.reason()) {
            case UNKNOWN -> "is not a known indicator";
            case OTHER_AUDIENCE -> "is about employees, and this survey asks customers";
            case TAKES_NO_ANSWERS -> "is not computed from answers";
            case OTHER_SCALE -> "has another scale than the question";
            case NO_NUMBER -> "needs a number, and answers to this question have none";
            case NOT_YES_OR_NO -> "is a share, and answers to this question are not worth 1 or 0";
        });
    }
}
