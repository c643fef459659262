package io.serviceconcept.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import javax.sql.DataSource;

import io.serviceconcept.eventsourcing.Append;
import io.serviceconcept.eventsourcing.AppendOutcome;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.StreamId;

/**
 * A log filled through the kernel itself: streams of 50 events, 200 of them growing at the same time, so that the events
 * of a stream lie scattered over the table as they do in life.
 */
final class Loaded {

    static final int STREAM_LENGTH = 50;
    private static final int STREAMS_AT_A_TIME = 200;
    private static final int STEP = 5;
    private static final int BLOCK = STREAMS_AT_A_TIME * STREAM_LENGTH;
    private static final int LOADERS = 2;

    private Loaded() {
    }

    /** @param events a multiple of 1,000 */
    static void load(DataSource dataSource, int events) throws Exception {
        EventStore store = Kernel.store(dataSource);
        int blocks = Math.ceilDiv(events, BLOCK);
        AtomicInteger next = new AtomicInteger();
        Callers.times(Math.ceilDiv(blocks, LOADERS), LOADERS, caller -> {
            int block = next.getAndIncrement();
            if (block < blocks) {
                loadBlock(store, block, Math.min(BLOCK, events - block * BLOCK));
            }
            return 0;
        });
    }

    private static void loadBlock(EventStore store, int block, int events) {
        int streams = streams(events);
        for (int version = 0; version * streams < events; version += STEP) {
            int expected = version;
            long first = (long) block * BLOCK + (long) version * streams;
            List<Append.Change> changes = IntStream.range(0, streams)
                    .mapToObj(i -> change(block * STREAMS_AT_A_TIME + i, expected, first + (long) i * STEP)).toList();
            AppendOutcome outcome = store.append(new Append(Events.context(), changes));
            if (!(outcome instanceof AppendOutcome.Appended)) {
                throw new IllegalStateException("not loaded: " + outcome);
            }
        }
    }

    private static Append.Change change(int stream, int version, long first) {
        return new Append.Change(stream(stream), version,
                LongStream.range(first, first + STEP).mapToObj(Events::event).toList());
    }

    static int streams(int events) {
        return Math.max(1, events / STREAM_LENGTH);
    }

    /** Names that lie anywhere in the index, as random ones do. */
    static StreamId stream(int number) {
        UUID id = UUID.nameUUIDFromBytes(Integer.toString(number).getBytes(StandardCharsets.UTF_8));
        return StreamId.of(Events.ORGANISATION, "response", id.toString());
    }
}
