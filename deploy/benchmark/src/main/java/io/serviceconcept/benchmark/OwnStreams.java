package io.serviceconcept.benchmark;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;

import io.serviceconcept.eventsourcing.StreamId;

/**
 * The streams of one caller with their versions, so that every append names the version it expects and no two callers
 * meet. Half of the appends go to a hundredth of the streams.
 */
final class OwnStreams {

    private static final int ALL = 10_000;
    private static final int HOT_SHARE = 100;

    private final StreamId[] ids;
    private final long[] versions;
    private final SplittableRandom random;

    private OwnStreams(int caller, int count, String category) {
        this.random = new SplittableRandom(caller);
        this.ids = new StreamId[count];
        this.versions = new long[count];
        for (int i = 0; i < count; i++) {
            UUID id = new UUID(random.nextLong(), random.nextLong());
            ids[i] = StreamId.of(Events.ORGANISATION, category, id.toString());
        }
    }

    /** All of one category. */
    static List<OwnStreams> of(int callers) {
        return IntStream.range(0, callers).mapToObj(c -> new OwnStreams(c, ALL / callers, "response")).toList();
    }

    /** Each caller with a category of its own. */
    static List<OwnStreams> ofOwnCategories(int callers) {
        return IntStream.range(0, callers).mapToObj(c -> new OwnStreams(c, ALL / callers, "response" + c)).toList();
    }

    int pick() {
        int hot = Math.max(1, ids.length / HOT_SHARE);
        return random.nextBoolean() ? random.nextInt(hot) : random.nextInt(ids.length);
    }

    int size() {
        return ids.length;
    }

    StreamId id(int stream) {
        return ids[stream];
    }

    /** Of the last event; 0 before the first. */
    long version(int stream) {
        return versions[stream];
    }

    void appended(int stream, int events) {
        versions[stream] += events;
    }
}
