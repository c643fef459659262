package io.serviceconcept.survey;

import java.util.Map;

import io.serviceconcept.figure.Scale;

/** What can be asked of a survey. */
sealed interface SurveyCommand {

    /**
     * @param scales of those indicators named by a question that exist: the scale of a mean, empty for a count
     */
    record DrawUp(SurveyEvent.DrawnUp survey, Map<String, Feed> scales) implements SurveyCommand {
        public DrawUp {
            scales = Map.copyOf(scales);
        }
    }

    /** What an indicator can be fed with. */
    sealed interface Feed {
        /** Marks on this scale. */
        record Marks(Scale scale) implements Feed {
        }

        /** No answers at all: it counts facts. */
        record Counts() implements Feed {
        }
    }
}
