package io.serviceconcept.concept;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One channel passes a customer to another.
 *
 * @param passes what goes along, so that the customer need not say it again: the conversation so far, the case number…
 * @param occasion when it happens
 */
public record HandOver(String id, String from, String to, List<String> passes, @Nullable String occasion) implements Joint {

    public HandOver {
        passes = List.copyOf(passes);
    }

    @Override
    public PartKind partKind() {
        return PartKind.HAND_OVER;
    }

    @Override
    public List<String> joins() {
        return List.of(from, to);
    }

    @Override
    public List<Reference> references() {
        return List.of(new Reference(PartKind.CHANNEL, from, "/from"), new Reference(PartKind.CHANNEL, to, "/to"));
    }
}
