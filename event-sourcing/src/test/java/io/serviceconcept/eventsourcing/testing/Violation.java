package io.serviceconcept.eventsourcing.testing;

/**
 * One thing that must not happen, found in a {@link History}.
 *
 * @param evidence what was found and what it contradicts
 */
public record Violation(Kind kind, String evidence) {

    public enum Kind {
        /** Acknowledged and not stored, or stored and not seen by a reader in the end. */
        LOST,
        /** Stored twice, or had effect twice. */
        DOUBLED,
        /** Stored against the order of its stream. */
        REORDERED,
        /** A version or public sequence is missing in a stream. */
        GAP,
        /** Stored or seen though nobody attempted it, or seen though it is not stored. */
        PHANTOM,
        /** A reader saw an event before one that precedes it. */
        SKIPPED,
        /** A reader went back. */
        REGRESSED,
        /** A part of an attempt is stored, another is not. */
        TORN,
        /** Stored though its client was told otherwise. */
        REFUSED_BUT_STORED,
        /** Stored at another place or under another id than was told. */
        DIFFERENT
    }

    @Override
    public String toString() {
        return kind + ": " + evidence;
    }
}
