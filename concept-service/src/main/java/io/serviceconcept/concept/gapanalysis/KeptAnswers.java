package io.serviceconcept.concept.gapanalysis;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * The analyses that were answered last, as they were written: folding and analysing a large concept takes ten times as long
 * as sending the answer. One is used again while the concept has the version that it had and customers say what they said.
 */
@ApplicationScoped
class KeptAnswers {

    /** Of all that are kept together, on each instance. */
    private static final long MOST_BYTES = 32_000_000;

    private final Map<Question, Answer> answers = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /** What is asked, of what it looks like now. */
    record Question(String organisation, String concept, Scope scope, Basis basis) {
    }

    /**
     * @param version of the concept
     * @param known what customers said
     * @param tag of the body
     */
    record Answer(long version, Measurements known, String tag, byte[] body) {
    }

    /** What was answered last. */
    synchronized Optional<Answer> find(Question question) {
        return Optional.ofNullable(answers.get(question));
    }

    /** Keeps an answer instead of the one before; those that nobody asked for longest make room. */
    synchronized void keep(Question question, Answer answer) {
        forget(question);
        if (answer.body().length <= MOST_BYTES) {
            answers.put(question, answer);
            bytes += answer.body().length;
        }
        while (bytes > MOST_BYTES) {
            forget(answers.keySet().iterator().next());
        }
    }

    private void forget(Question question) {
        Answer former = answers.remove(question);
        bytes -= former == null ? 0 : former.body().length;
    }
}
