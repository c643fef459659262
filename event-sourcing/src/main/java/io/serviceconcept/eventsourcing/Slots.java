package io.serviceconcept.eventsourcing;

/**
 * The slots of streams that one shard of a reader takes, both ends included.
 *
 * @see StreamId#slot()
 */
public record Slots(int first, int last) {

    /** Every stream: what a reader takes that has one shard. */
    public static final Slots ALL = new Slots(0, StreamId.SLOTS - 1);

    public Slots {
        if (first < 0 || last >= StreamId.SLOTS || first > last) {
            throw new IllegalArgumentException("slots lie within 0-" + (StreamId.SLOTS - 1));
        }
    }

    /** The slots of one shard out of {@code shards}, 1–64. */
    public static Slots ofShard(int shard, int shards) {
        return new Slots(shard * StreamId.SLOTS / shards, (shard + 1) * StreamId.SLOTS / shards - 1);
    }

    public boolean hold(int slot) {
        return first <= slot && slot <= last;
    }
}
