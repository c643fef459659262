package io.serviceconcept.response;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.intake.Received;

/** What happened to a response. */
public sealed interface ResponseEvent {

    /**
     * Somebody answered a survey. The id the sender chose is not kept: the stream is named after an HMAC of it.
     *
     * @param interactionAt when the interaction took place, which decides the period it counts in
     * @param answers by question id, each question at most once
     * @param circumstances with the survey's channel and touchpoint filled in
     */
    record ResponseReceived(String survey, Instant interactionAt, List<Answer> answers, Circumstances circumstances,
            Instant receivedAt) implements ResponseEvent, Received {

        public ResponseReceived {
            answers = answers.stream().sorted(Comparator.comparing(Answer::question)).toList();
        }

        @Override
        public boolean sameAs(Received other) {
            return other instanceof ResponseReceived response && equals(new ResponseReceived(response.survey(),
                    response.interactionAt(), response.answers(), response.circumstances(), receivedAt));
        }
    }

    /** @param value a mark on the question's scale */
    record Answer(String question, BigDecimal value) {
    }

    /** Where the interaction took place and what it was part of; what is null is unknown. */
    record Circumstances(@Nullable String channel, @Nullable String touchpoint, @Nullable String group,
            @Nullable String location, @Nullable String department, @Nullable String journey, @Nullable String pilot) {
    }
}
