package io.serviceconcept.eventsourcing.internal;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.PersonalDataNotConfigured;
import io.serviceconcept.eventsourcing.SubjectId;

/** The keys that live outside the database: outer keys, which wrap those of the subjects, and the one that hides pseudonyms. */
public final class PersonalKeys {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,49}");
    private static final String HMAC = "HmacSHA256";

    private final Map<String, SecretKey> outer;
    private final String current;
    private final @Nullable SecretKey pseudonyms;

    private PersonalKeys(Map<String, SecretKey> outer, String current, @Nullable SecretKey pseudonyms) {
        this.outer = Map.copyOf(outer);
        this.current = current;
        this.pseudonyms = pseudonyms;
    }

    /** For a service that has no personal data: using any is refused. */
    public static PersonalKeys none() {
        return new PersonalKeys(Map.of(), "", null);
    }

    /**
     * @param outer 32 bytes in base64 by a name of lower case letters, digits and hyphens
     * @param current the name of the one that wraps new keys
     * @param pseudonyms 32 bytes in base64; never changed, since the ids of subjects come from it
     * @throws IllegalArgumentException if one of them is not like that; the message holds no key
     */
    public static PersonalKeys of(Map<String, String> outer, String current, String pseudonyms) {
        Map<String, SecretKey> keys = new HashMap<>();
        outer.forEach((name, key) -> {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("not a name of an outer key: " + name);
            }
            keys.put(name, Aes.key(decoded("the outer key " + name, key)));
        });
        if (!keys.containsKey(current)) {
            throw new IllegalArgumentException("the current outer key " + current + " is not among " + keys.keySet());
        }
        return new PersonalKeys(keys, current, new SecretKeySpec(decoded("the key of pseudonyms", pseudonyms), HMAC));
    }

    private static byte[] decoded(String name, String base64) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            // the cause would show a piece of the key
            throw new IllegalArgumentException(name + " is not base64");
        }
        if (key.length != Aes.KEY_BYTES) {
            throw new IllegalArgumentException(name + " has " + key.length + " bytes, not " + Aes.KEY_BYTES);
        }
        return key;
    }

    Set<String> outerKeys() {
        return outer.keySet();
    }

    String current() {
        configured();
        return current;
    }

    SubjectId subject(String organisation, String pseudonym) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(configured());
            return SubjectId.of(mac.doFinal(Aes.belonging(organisation, pseudonym)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC, e);
        }
    }

    /** A new key for a subject, wrapped by the current outer key. */
    WrappedKey create(Subject subject) {
        return wrap(subject, new SubjectKey(UUID.randomUUID(), Aes.newKey()));
    }

    WrappedKey wrap(Subject subject, SubjectKey key) {
        String name = current();
        return new WrappedKey(key.id(), name,
                Aes.seal(outer(name, subject), belonging(subject, key.id(), name), key.secret().getEncoded()));
    }

    /** @throws IllegalStateException if the outer key is not configured, or the wrapped key was changed or moved */
    SubjectKey unwrap(Subject subject, WrappedKey key) {
        byte[] secret = Aes
                .open(outer(key.outerKey(), subject), belonging(subject, key.id(), key.outerKey()), key.wrapped())
                .orElseThrow(() -> new IllegalStateException("the key of " + subject
                        + " cannot be unwrapped: it was changed, or the outer key " + key.outerKey() + " is another now"));
        return new SubjectKey(key.id(), Aes.key(secret));
    }

    private SecretKey outer(String name, Subject subject) {
        configured();
        SecretKey key = outer.get(name);
        if (key == null) {
            throw new IllegalStateException(
                    "the key of " + subject + " is wrapped by the outer key " + name + ", which is not configured");
        }
        return key;
    }

    /**
     * @throws PersonalDataNotConfigured when there are none
     */
    void requireConfigured() {
        configured();
    }

    private SecretKey configured() {
        if (pseudonyms == null) {
            throw new PersonalDataNotConfigured();
        }
        return pseudonyms;
    }

    private static byte[] belonging(Subject subject, UUID key, String outerKey) {
        return Aes.belonging("subject-key", subject.organisation(), subject.id().value(), key.toString(), outerKey);
    }

    /** Names only. */
    @Override
    public String toString() {
        return "PersonalKeys" + outer.keySet();
    }
}
