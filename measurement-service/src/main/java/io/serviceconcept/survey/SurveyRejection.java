package io.serviceconcept.survey;

import java.util.List;

/** Why a command is refused. */
sealed interface SurveyRejection {

    record AlreadyDrawnUp() implements SurveyRejection {
    }

    /** Questions that cannot feed the indicators they name. */
    record UnusableIndicators(List<Unusable> unusable) implements SurveyRejection {
        public UnusableIndicators {
            unusable = List.copyOf(unusable);
        }
    }

    /**
     * @param question its place in the survey, from 0
     * @param place of the indicator within the question, from 0
     */
    record Unusable(int question, int place, Reason reason) {
    }

    /** What is the matter with an indicator. */
    enum Reason {
        UNKNOWN,
        NOT_A_MEAN,
        OTHER_SCALE
    }
}
