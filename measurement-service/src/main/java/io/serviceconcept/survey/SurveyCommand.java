package io.serviceconcept.survey;

import java.util.Map;
import java.util.Set;

import io.serviceconcept.figure.Scale;

/** What can be asked of a survey. */
sealed interface SurveyCommand {

    /** What its questions would feed: those indicators named by a question that exist. */
    Map<String, Feed> feeds();

    /** Those of them that are about employees. */
    Set<String> ofEmployees();

    /** @param ofEmployees see {@link #ofEmployees()} */
    record DrawUp(SurveyEvent.DrawnUp survey, Map<String, Feed> feeds, Set<String> ofEmployees) implements SurveyCommand {

        public DrawUp {
            feeds = Map.copyOf(feeds);
            ofEmployees = Set.copyOf(ofEmployees);
        }
    }

    /**
     * @param survey its next version; which one and what it breaks is decided here
     * @param ofEmployees see {@link #ofEmployees()}
     * @param breaksAll whether none of its questions is comparable with the version before, whatever they say
     */
    record Revise(SurveyEvent.DrawnUp survey, Map<String, Feed> feeds, Set<String> ofEmployees, boolean breaksAll)
            implements
                SurveyCommand {

        public Revise {
            feeds = Map.copyOf(feeds);
            ofEmployees = Set.copyOf(ofEmployees);
        }
    }

    /** What an indicator can be fed with. */
    sealed interface Feed {

        /** Numbers on this scale. */
        record Marks(Scale scale) implements Feed {
        }

        /** What holds or does not: 1 or 0. */
        record Parts() implements Feed {
        }

        /** No answers at all: it counts facts. */
        record Counts() implements Feed {
        }
    }
}
