package io.serviceconcept.eventsourcing;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;

/**
 * A text about a person, as a field of an event at any depth.
 * <p>
 * Guarantees: the event store seals it before the database sees it, with a key of the subject's own; once the subject is
 * erased it reads as empty everywhere, at once; it is never written by {@link EventTypes#json()}, and neither by any other
 * Jackson mapper, so it cannot leave in a contract record or an answer by accident: who means to, writes
 * {@link #reveal()}. What {@code reveal()} gives is in plain text and on its reader's conscience: a projection that stores
 * it has stored it in plain.
 * <p>
 * Costs: about as many bytes as the text in UTF-8 plus 45, times 4/3; the length of the text can be seen by who sees the
 * database.
 */
@JsonSerialize(using = PersonalWriter.class)
@JsonDeserialize(using = PersonalReader.class)
public final class Personal {

    private final SubjectId subject;
    private final @Nullable String value;

    private Personal(SubjectId subject, @Nullable String value) {
        this.subject = subject;
        this.value = value;
    }

    /**
     * @param value any text, also an empty one
     * @throws IllegalArgumentException if it holds half a character (a lone surrogate), which is no text
     */
    public static Personal of(SubjectId subject, String value) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
            throw new IllegalArgumentException("a personal value holds half a character");
        }
        return new Personal(subject, value);
    }

    /** What is left of a value when its subject was erased. */
    public static Personal erased(SubjectId subject) {
        return new Personal(subject, null);
    }

    /** Whom it is about: not personal data to who lacks the key of the HMAC, and there for ever, also when erased. */
    public SubjectId subject() {
        return subject;
    }

    /** The text; empty when its subject was erased. */
    public Optional<String> reveal() {
        return Optional.ofNullable(value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Personal personal && subject.equals(personal.subject)
                && Objects.equals(value, personal.value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(subject, value);
    }

    /** Never the text: events are written to logs. */
    @Override
    public String toString() {
        return value == null ? "Personal[erased]" : "Personal[not shown]";
    }
}
