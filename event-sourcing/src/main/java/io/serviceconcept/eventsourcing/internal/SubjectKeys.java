package io.serviceconcept.eventsourcing.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.serviceconcept.eventsourcing.Sealing;
import io.serviceconcept.eventsourcing.SubjectId;

/**
 * The keys of the subjects in one batch of events, and no longer kept than that. A subject without a key is erased.
 * <p>
 * A sealed text is base64 of: the version of this format (1 byte), the id of the key (16), nonce (12), ciphertext, tag (16).
 * It is bound to organisation, event, field, subject and what stands in front of it.
 */
record SubjectKeys(Map<Subject, SubjectKey> keys, boolean allHaveOne) {

    static final SubjectKeys NONE = new SubjectKeys(Map.of(), true);

    private static final byte FORMAT = 1;
    private static final int HEADER = 1 + 2 * Long.BYTES;

    /** The sealing of one event's fields. */
    Sealing sealing(String organisation, UUID eventId) {
        return new OfOneEvent(this, organisation, eventId);
    }

    private record OfOneEvent(SubjectKeys all, String organisation, UUID eventId) implements Sealing {

        @Override
        public Optional<String> seal(String pointer, SubjectId subject, String value) {
            SubjectKey key = all.keys.get(new Subject(organisation, subject));
            if (key == null) {
                return Optional.empty();
            }
            byte[] sealed = Aes.seal(key.secret(), belonging(pointer, subject, FORMAT, key.id()),
                    value.getBytes(StandardCharsets.UTF_8));
            return Optional.of(Base64.getEncoder().encodeToString(ByteBuffer.allocate(HEADER + sealed.length).put(FORMAT)
                    .putLong(key.id().getMostSignificantBits()).putLong(key.id().getLeastSignificantBits()).put(sealed)
                    .array()));
        }

        @Override
        public Optional<String> open(String pointer, SubjectId subject, String sealed) {
            ByteBuffer bytes = ByteBuffer.wrap(decoded(pointer, sealed));
            byte format = bytes.get();
            UUID keyId = new UUID(bytes.getLong(), bytes.getLong());
            if (format != FORMAT) {
                throw damaged(pointer);
            }
            SubjectKey key = all.keys.get(new Subject(organisation, subject));
            if (key == null || !key.id().equals(keyId)) {
                return Optional.empty();
            }
            byte[] rest = new byte[bytes.remaining()];
            bytes.get(rest);
            byte[] value = Aes.open(key.secret(), belonging(pointer, subject, format, keyId), rest)
                    .orElseThrow(() -> damaged(pointer));
            return Optional.of(new String(value, StandardCharsets.UTF_8));
        }

        /** Only what this class would have written: base64 has several ways to say the same bytes. */
        private byte[] decoded(String pointer, String sealed) {
            try {
                byte[] bytes = Base64.getDecoder().decode(sealed);
                if (bytes.length > HEADER && Base64.getEncoder().encodeToString(bytes).equals(sealed)) {
                    return bytes;
                }
            } catch (IllegalArgumentException e) {
                // said below, without the text
            }
            throw damaged(pointer);
        }

        private byte[] belonging(String pointer, SubjectId subject, byte format, UUID key) {
            return Aes.belonging("field", String.valueOf(format), organisation, eventId.toString(), pointer,
                    subject.value(), key.toString());
        }

        private IllegalStateException damaged(String pointer) {
            return new IllegalStateException("the personal field " + pointer + " of event " + eventId
                    + " was changed, or moved there from elsewhere");
        }
    }
}
