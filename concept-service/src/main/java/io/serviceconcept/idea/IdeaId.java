package io.serviceconcept.idea;

import java.util.Optional;
import java.util.regex.Pattern;

import io.serviceconcept.eventsourcing.StreamId;

/**
 * @param value a UUID in lower case
 */
public record IdeaId(String value) {

    private static final String CATEGORY = "idea";
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    public IdeaId {
        if (!UUID.matcher(value).matches()) {
            throw new IllegalArgumentException("not the id of an idea: " + value);
        }
    }

    /** Empty when the text cannot be the id of any idea. */
    public static Optional<IdeaId> parse(String text) {
        return UUID.matcher(text).matches() ? Optional.of(new IdeaId(text)) : Optional.empty();
    }

    /** The idea whose stream this is; empty for a stream of another kind. */
    public static Optional<IdeaId> of(StreamId stream) {
        String prefix = CATEGORY + '-';
        return stream.name().startsWith(prefix) ? parse(stream.name().substring(prefix.length())) : Optional.empty();
    }

    public StreamId stream(String organisation) {
        return StreamId.of(organisation, CATEGORY, value);
    }
}
