package io.serviceconcept.concept.gapanalysis;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * The analyses that were answered last, as they were written. One is used again while the concept has the version that it had
 * and customers say what they said; the next one is written with its pieces.
 */
@ApplicationScoped
class KeptAnswers {

    /** Of all that are kept together, on each instance; with its pieces an answer takes four times as much memory. */
    private static final long MOST_BYTES = 16_000_000;

    private final Cache<Question, Answer> answers = Caffeine.newBuilder().maximumWeight(MOST_BYTES)
            .weigher((Question question, Answer answer) -> answer.body().length).executor(Runnable::run).build();

    /** What is asked, of what it looks like now. */
    record Question(String organisation, String concept, Scope scope, Basis basis) {
    }

    /**
     * @param version of the concept
     * @param known what customers said
     * @param tag of the body
     * @param pieces that the body was written in
     */
    record Answer(long version, Measurements known, String tag, byte[] body, Pieces pieces) {
    }

    /** What was answered last. */
    Optional<Answer> find(Question question) {
        return Optional.ofNullable(answers.getIfPresent(question));
    }

    /** Keeps an answer instead of the one before; those that are seldom asked for make room. */
    void keep(Question question, Answer answer) {
        answers.put(question, answer);
    }
}
