package io.serviceconcept.eventsourcing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * One aggregate's stream of events within an organisation.
 *
 * @param organisation the tenant, 1–100 characters
 * @param name the category and the aggregate's id, as in {@code concept-5b0c…}; 1–200 characters, never personal data
 */
public record StreamId(String organisation, String name) implements Comparable<StreamId> {

    /** Streams are spread over this many slots; a shard of a reader takes a range of them. */
    public static final int SLOTS = 64;

    public StreamId {
        if (organisation.isEmpty() || organisation.length() > 100 || name.isEmpty() || name.length() > 200) {
            throw new IllegalArgumentException("an organisation has 1-100 characters, a stream name 1-200");
        }
    }

    /**
     * The stream of one aggregate.
     *
     * @param category what kind of aggregate it is, a word in lower case
     * @param id unique within category and organisation; random or an HMAC, never made of personal data
     * @throws IllegalArgumentException if the organisation has no characters or more than 100, or the name more than 200
     */
    public static StreamId of(String organisation, String category, String id) {
        return new StreamId(organisation, category + '-' + id);
    }

    /** A number for anything of an organisation that has a name; two may share one. */
    public static long hash(String organisation, String name) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((organisation + '\0' + name).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The slot of this stream, 0–63: the same for ever, so that a stream is always read by one shard. */
    public int slot() {
        return (int) (hash(organisation, name) & (SLOTS - 1));
    }

    @Override
    public int compareTo(StreamId other) {
        int byOrganisation = organisation.compareTo(other.organisation);
        return byOrganisation != 0 ? byOrganisation : name.compareTo(other.name);
    }
}
