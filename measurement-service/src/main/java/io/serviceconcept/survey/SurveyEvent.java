package io.serviceconcept.survey;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.Scale;

/** What happened to a survey. */
public sealed interface SurveyEvent {

    /**
     * @param concept about which the survey asks
     * @param channel of every response that names none
     * @param touchpoint of every response that names none
     * @param inUseFrom no interaction before it is taken in; may lie in the past, so that history can be imported
     */
    record DrawnUp(String survey, String name, String concept, @Nullable String channel, @Nullable String touchpoint,
            Instant inUseFrom, List<Question> questions) implements SurveyEvent {
        public DrawnUp {
            questions = List.copyOf(questions);
        }
    }

    /**
     * A closed question.
     *
     * @param id stable over wording and languages
     * @param indicators that an answer feeds
     * @param need the question asks about
     */
    record Question(String id, Wording text, Scale scale, List<String> indicators, @Nullable String need) {
        public Question {
            indicators = List.copyOf(indicators);
        }
    }

    /** The wording, in Dutch and perhaps English. */
    record Wording(String nl, @Nullable String en) {
    }
}
