package io.serviceconcept.webhook;

import java.util.List;
import java.util.Optional;

/**
 * What the questions of a tool are called here.
 *
 * @param questions theirs and ours
 * @param fields of theirs that say where the interaction took place
 * @param ignored questions of theirs that are left aside on purpose
 */
public record Mapping(List<MappedQuestion> questions, List<MappedField> fields, List<String> ignored) {

    public Mapping {
        questions = List.copyOf(questions);
        fields = List.copyOf(fields);
        ignored = List.copyOf(ignored);
    }

    /**
     * @param theirs the tool's id of the question
     * @param ours the id of the survey's question
     * @param choices what the tool's answers mean; without any an answer is taken as it is
     */
    public record MappedQuestion(String theirs, String ours, List<MappedChoice> choices) {

        public MappedQuestion {
            choices = List.copyOf(choices);
        }

        /** What the first of some names of an answer means that means anything. */
        Optional<String> ours(List<String> names) {
            return choices.isEmpty() ? names.stream().findFirst()
                    : names.stream().flatMap(
                            name -> choices.stream().filter(choice -> choice.theirs().equals(name)))
                            .map(MappedChoice::ours).findFirst();
        }
    }

    /** @param ours a number, the id of an option, yes or no */
    public record MappedChoice(String theirs, String ours) {
    }

    /** @param ours a field of a response, as in {@code location} */
    public record MappedField(String theirs, String ours) {
    }
}
