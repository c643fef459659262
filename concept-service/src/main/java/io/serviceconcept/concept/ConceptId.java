package io.serviceconcept.concept;

import java.util.Optional;
import java.util.regex.Pattern;

import io.serviceconcept.eventsourcing.StreamId;

/**
 * @param value a UUID in lower case
 */
public record ConceptId(String value) {

    private static final String CATEGORY = "concept";
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    public ConceptId {
        if (!UUID.matcher(value).matches()) {
            throw new IllegalArgumentException("not the id of a concept: " + value);
        }
    }

    /** Empty when the text cannot be the id of any concept. */
    public static Optional<ConceptId> parse(String text) {
        return UUID.matcher(text).matches() ? Optional.of(new ConceptId(text)) : Optional.empty();
    }

    /** The concept whose stream this is; empty for a stream of another kind. */
    public static Optional<ConceptId> of(StreamId stream) {
        String prefix = CATEGORY + '-';
        return stream.name().startsWith(prefix) ? parse(stream.name().substring(prefix.length())) : Optional.empty();
    }

    public StreamId stream(String organisation) {
        return StreamId.of(organisation, CATEGORY, value);
    }
}
