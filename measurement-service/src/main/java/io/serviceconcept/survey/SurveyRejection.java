package io.serviceconcept.survey;

import java.time.Instant;
import java.util.List;

/** Why a command is refused. */
sealed interface SurveyRejection {

    record AlreadyDrawnUp() implements SurveyRejection {
    }

    record NotDrawnUp() implements SurveyRejection {
    }

    /** @param inUseFrom of the version before */
    record NotLater(Instant inUseFrom) implements SurveyRejection {
    }

    /** A survey stays about one concept, and for one audience: otherwise it is another survey. */
    record AboutSomethingElse() implements SurveyRejection {
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
        /** It is about employees, and customers are asked: their answers would be shown one by one. */
        OTHER_AUDIENCE,
        TAKES_NO_ANSWERS,
        OTHER_SCALE,
        NO_NUMBER,
        NOT_YES_OR_NO
    }
}
