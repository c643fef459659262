package io.serviceconcept.eventsourcing;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Whom personal data is about, without saying who: 32 random bytes or an HMAC of a pseudonym, never the pseudonym itself.
 *
 * @param value 43 characters of base64url
 * @see Subjects#of
 */
public record SubjectId(@JsonValue String value) implements Comparable<SubjectId> {

    private static final int BYTES = 32;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @throws IllegalArgumentException if it is not 43 characters of base64url: a pseudonym is refused here */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SubjectId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("a subject id is 43 characters of base64url");
        }
    }

    /** Somebody of whom no pseudonym is known. */
    public static SubjectId random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return of(bytes);
    }

    /** @param bytes 32 of them */
    public static SubjectId of(byte[] bytes) {
        return new SubjectId(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    @Override
    public int compareTo(SubjectId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
