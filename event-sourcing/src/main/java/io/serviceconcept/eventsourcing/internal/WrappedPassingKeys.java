package io.serviceconcept.eventsourcing.internal;

import java.util.Base64;
import java.util.UUID;

import javax.crypto.SecretKey;

import io.serviceconcept.eventsourcing.PassingKeys;

/** Keys of things that pass, wrapped as those of subjects are: a thing is a subject that is in no table. */
public final class WrappedPassingKeys implements PassingKeys {

    private static final String BETWEEN = " ";

    private final PersonalKeys keys;

    public WrappedPassingKeys(PersonalKeys keys) {
        this.keys = keys;
    }

    @Override
    public String create(String organisation, String thing) {
        WrappedKey key = keys.create(subject(organisation, thing));
        return String.join(BETWEEN, key.id().toString(), key.outerKey(), Base64.getEncoder().encodeToString(key.wrapped()));
    }

    @Override
    public Key unwrap(String organisation, String thing, String wrapped) {
        String[] parts = wrapped.split(BETWEEN);
        if (parts.length != 3) {
            throw new IllegalStateException("no key was written so");
        }
        return new Unwrapped(keys.unwrap(subject(organisation, thing), new WrappedKey(UUID.fromString(parts[0]), parts[1],
                Base64.getDecoder().decode(parts[2]))).secret());
    }

    private Subject subject(String organisation, String thing) {
        return new Subject(organisation, keys.subject(organisation, "passing " + thing));
    }

    private record Unwrapped(SecretKey key) implements Key {

        @Override
        public byte[] seal(String place, byte[] plain) {
            return Aes.seal(key, Aes.belonging(place), plain);
        }

        @Override
        public byte[] open(String place, byte[] sealed) {
            return Aes.open(key, Aes.belonging(place), sealed)
                    .orElseThrow(() -> new IllegalStateException("was not sealed as " + place + " with this key"));
        }

        @Override
        public String toString() {
            return "a key";
        }
    }
}
