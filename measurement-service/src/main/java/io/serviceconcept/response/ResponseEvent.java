package io.serviceconcept.response;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.Personal;
import io.serviceconcept.intake.Received;
import io.serviceconcept.intake.Withdrawn;
import io.serviceconcept.survey.SurveyEvent.Reply;

/** What happened to a response. */
public sealed interface ResponseEvent {

    String survey();

    /** What somebody answered, as it is known now. */
    sealed interface Content extends ResponseEvent, Received {

        int surveyVersion();

        Instant interactionAt();

        List<Answer> answers();

        Circumstances circumstances();

        @Nullable
        Personal customer();

        List<OpenText> texts();

        /** When its sender said so, by the sender's clock; null when nothing told. */
        @Nullable
        Instant saidAt();

        /**
         * Whether both say the same. What was erased from one of them is not held against the other, and neither is the
         * version: a sender who names none may be given another one the next time.
         */
        @Override
        default boolean sameAs(Received other) {
            return other instanceof Content content && survey().equals(content.survey())
                    && interactionAt().equals(content.interactionAt()) && answers().equals(content.answers())
                    && circumstances().equals(content.circumstances())
                    && sameSubject(customer(), content.customer()) && sameTexts(texts(), content.texts());
        }

        private static boolean sameSubject(@Nullable Personal one, @Nullable Personal other) {
            return Objects.equals(one == null ? null : one.subject(), other == null ? null : other.subject());
        }

        private static boolean sameTexts(List<OpenText> some, List<OpenText> others) {
            if (some.size() != others.size()) {
                return false;
            }
            for (int i = 0; i < some.size(); i++) {
                if (!some.get(i).sameAs(others.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * Somebody answered a survey. The id the sender chose is not kept: the stream is named after an HMAC of it. A response
     * that was retracted can be received again.
     *
     * @param surveyVersion that was answered, from 1
     * @param interactionAt when the interaction took place, which decides the period it counts in
     * @param answers by question id, each question at most once
     * @param circumstances with the survey's channel and touchpoint filled in
     * @param customer the pseudonym of the one who answered
     * @param texts by question id, what was written in answer
     */
    record ResponseReceived(String survey, int surveyVersion, Instant interactionAt, List<Answer> answers,
            Circumstances circumstances, @Nullable Personal customer, List<OpenText> texts, Instant receivedAt,
            @Nullable Instant saidAt) implements Content {

        public ResponseReceived {
            answers = sorted(answers);
            texts = sortedTexts(texts);
        }

        /** The same, said at a moment. */
        public ResponseReceived said(@Nullable Instant at) {
            return new ResponseReceived(survey, surveyVersion, interactionAt, answers, circumstances, customer, texts,
                    receivedAt, at);
        }
    }

    /**
     * What was answered turned out to be something else. All of it is told again.
     *
     * @param receivedAt when the response came first
     */
    record ResponseCorrected(String survey, int surveyVersion, Instant interactionAt, List<Answer> answers,
            Circumstances circumstances, @Nullable Personal customer, List<OpenText> texts, Instant receivedAt,
            Instant correctedAt, @Nullable Instant saidAt) implements Content {

        public ResponseCorrected {
            answers = sorted(answers);
            texts = sortedTexts(texts);
        }
    }

    /** The response does not count any more. */
    record ResponseRetracted(String survey, Instant retractedAt) implements ResponseEvent, Withdrawn {
    }

    /**
     * @param value a mark on the question's scale, null where something was chosen
     * @param options the ids of what was chosen, in alphabetical order
     */
    record Answer(String question, @Nullable BigDecimal value, List<String> options) implements Reply {

        public Answer {
            options = options.stream().sorted().toList();
        }

        public static Answer ofMark(String question, BigDecimal value) {
            return new Answer(question, value, List.of());
        }
    }

    /** What somebody wrote in answer to a question. */
    record OpenText(String question, Personal text) {

        boolean sameAs(OpenText other) {
            return question.equals(other.question) && (text.reveal().isEmpty() || other.text.reveal().isEmpty()
                    || text.reveal().equals(other.text.reveal()));
        }
    }

    /** Where the interaction took place and what it was part of; what is null is unknown. */
    record Circumstances(@Nullable String channel, @Nullable String touchpoint, @Nullable String group,
            @Nullable String location, @Nullable String department, @Nullable String journey, @Nullable String pilot) {
    }

    private static List<Answer> sorted(List<Answer> answers) {
        return answers.stream().sorted(Comparator.comparing(Answer::question)).toList();
    }

    private static List<OpenText> sortedTexts(List<OpenText> texts) {
        return texts.stream().sorted(Comparator.comparing(OpenText::question)).toList();
    }
}
