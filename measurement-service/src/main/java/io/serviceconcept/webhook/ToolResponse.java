package io.serviceconcept.webhook;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a tool says that somebody answered, in words of its own.
 *
 * @param id of the response; null when the tool gives none
 * @param at when it was answered; null when the tool does not tell
 * @param canCorrect whether other content under a known id is a correction of it
 */
record ToolResponse(@Nullable String id, @Nullable String at, boolean canCorrect, List<ToolAnswer> answers) {

    /**
     * @param names by which the question may be known
     * @param values each by the names it may be known by; several where several were chosen
     * @param isQuestion false for a field that only tells where or who, and that may be left aside
     */
    record ToolAnswer(List<String> names, List<List<String>> values, boolean isQuestion) {
    }
}
