package io.serviceconcept.webhook;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a tool says that somebody answered, in words of its own.
 *
 * @param id of the response; null when the tool gives none
 * @param at when it was answered; null when the tool does not tell
 * @param saidAt when the tool came to know all of this; null when it does not tell
 */
record ToolResponse(@Nullable String id, @Nullable String at, @Nullable Instant saidAt, Telling telling,
        List<ToolAnswer> answers) {

    /** What it is when something is told under an id that is known. */
    enum Telling {
        /** A mistake, if it is something else; what was retracted is told anew on purpose. */
        NEW,
        /** A mistake, if it is something else; what was retracted is told by a repetition alone, and stays so. */
        ONCE,
        /** What was said last holds. What was retracted stays so. */
        LATEST
    }

    /**
     * @param names by which the question may be known
     * @param values each by the names it may be known by; several where several were chosen
     * @param unread how many values are none that can be read, as an object is
     * @param isQuestion false for a field that only tells where or who, and that may be left aside
     */
    record ToolAnswer(List<String> names, List<List<String>> values, int unread, boolean isQuestion) {
    }
}
