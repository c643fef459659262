package io.serviceconcept.eventsourcing.testing;

import static io.serviceconcept.eventsourcing.testing.Readings.context;
import static io.serviceconcept.eventsourcing.testing.Readings.reads;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import io.serviceconcept.eventsourcing.Append;
import io.serviceconcept.eventsourcing.AppendOutcome;
import io.serviceconcept.eventsourcing.AsOf;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.EventTooLarge;
import io.serviceconcept.eventsourcing.Idempotency;
import io.serviceconcept.eventsourcing.Position;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.Slots;
import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.eventsourcing.testing.Readings.MeterEvent;

/** What every event store must do. A store's test extends it and says how to make one. */
public abstract class EventStoreContract {

    /** A store of {@link Readings} in which {@link MeterEvent.Installed} is public; may hold events of other tests. */
    protected abstract EventStore store();

    private static StreamId meter() {
        return StreamId.of("city", "meter", UUID.randomUUID().toString());
    }

    private List<RecordedEvent> log() {
        List<RecordedEvent> all = new ArrayList<>();
        Position position = Position.START;
        List<RecordedEvent> batch = store().readAfter(position, Slots.ALL, 100);
        while (!batch.isEmpty()) {
            all.addAll(batch);
            position = batch.getLast().position();
            batch = store().readAfter(position, Slots.ALL, 100);
        }
        return all;
    }

    private List<RecordedEvent> logOf(StreamId stream) {
        return log().stream().filter(e -> e.stream().equals(stream)).toList();
    }

    @Test
    void whatWasAppendedIsReadBackInOrder() {
        StreamId meter = meter();

        AppendOutcome outcome = store().append(Append.to(context(), meter, 0, reads(1, 2, 3)));

        assertThat(outcome).isInstanceOf(AppendOutcome.Appended.class);
        assertThat(store().read(meter, 0)).extracting(RecordedEvent::event).containsExactlyElementsOf(reads(1, 2, 3));
        assertThat(store().read(meter, 0)).extracting(RecordedEvent::version).containsExactly(1L, 2L, 3L);
        assertThat(store().read(meter, 2)).extracting(RecordedEvent::event).containsExactlyElementsOf(reads(3));
        assertThat(((AppendOutcome.Appended) outcome).events()).extracting(AppendOutcome.Stored::id)
                .isEqualTo(store().read(meter, 0).stream().map(RecordedEvent::id).toList());
    }

    @Test
    void anUnexpectedVersionStoresNothing() {
        StreamId meter = meter();
        store().append(Append.to(context(), meter, 0, reads(1)));

        AppendOutcome outcome = store().append(Append.to(context(), meter, 0, reads(2)));

        assertThat(outcome).isEqualTo(new AppendOutcome.Conflict(meter, 1));
        assertThat(store().read(meter, 0)).hasSize(1);
    }

    @Test
    void anEventThatIsTooLargeToBeSentOnStoresNothing() {
        StreamId meter = meter();
        Object large = new Readings.MeterEvent.Installed("€".repeat(1_500_000));

        assertThatExceptionOfType(EventTooLarge.class)
                .isThrownBy(() -> store().append(Append.to(context(), meter, 0, List.of(reads(1).getFirst(), large))));

        assertThat(store().read(meter, 0)).isEmpty();
    }

    @Test
    void aVersionAheadOfTheStreamLeavesNoGap() {
        StreamId meter = meter();
        store().append(Append.to(context(), meter, 0, reads(1, 2, 3)));

        assertThat(store().append(Append.to(context(), meter, 5, reads(6)))).isEqualTo(new AppendOutcome.Conflict(meter, 3));
        assertThat(store().append(Append.to(context(), meter, 2, reads(3, 4))))
                .isEqualTo(new AppendOutcome.Conflict(meter, 3));
        assertThat(store().append(Append.to(context(), meter(), 1, reads(1)))).isInstanceOf(AppendOutcome.Conflict.class);
        assertThat(store().read(meter, 0)).hasSize(3);
    }

    @Test
    void aStreamIsReadAsItWasAtAVersionOrAtATime() {
        StreamId meter = meter();
        store().append(Append.to(context(), meter, 0, reads(1, 2)));
        store().append(Append.to(context(), meter, 2, reads(3)));
        Instant then = store().read(meter, 0).get(1).recordedAt();

        assertThat(store().read(meter, new AsOf.Version(1))).extracting(RecordedEvent::version).containsExactly(1L);
        assertThat(store().read(meter, new AsOf.Version(0))).isEmpty();
        assertThat(store().read(meter, AsOf.now())).hasSize(3);
        assertThat(store().read(meter, new AsOf.Time(then))).extracting(RecordedEvent::version).startsWith(1L, 2L);
        assertThat(store().read(meter, new AsOf.Time(then.minusSeconds(60)))).isEmpty();
        assertThat(store().read(meter, 0)).extracting(RecordedEvent::recordedAt).isSorted();
    }

    @Test
    void anAppendToSeveralStreamsIsStoredWhollyOrNotAtAll() {
        StreamId known = meter();
        StreamId other = meter();
        store().append(Append.to(context(), known, 0, reads(1)));

        AppendOutcome refused = store().append(new Append(context(),
                List.of(new Append.Change(other, 0, reads(1)), new Append.Change(known, 7, reads(2)))));
        AppendOutcome stored = store().append(new Append(context(),
                List.of(new Append.Change(other, 0, reads(1)), new Append.Change(known, 1, reads(2)))));

        assertThat(refused).isEqualTo(new AppendOutcome.Conflict(known, 1));
        assertThat(stored).isInstanceOf(AppendOutcome.Appended.class);
        assertThat(store().read(other, 0)).hasSize(1);
        assertThat(store().read(known, 0)).hasSize(2);
    }

    @Test
    void theSameRequestAgainIsAnsweredWithoutStoring() {
        StreamId meter = meter();
        String key = UUID.randomUUID().toString();
        store().append(Append.to(context(key, "a"), meter, 0, reads(1)));

        assertThat(store().append(Append.to(context(key, "a"), meter, 0, reads(1))))
                .isEqualTo(new AppendOutcome.Repeated(201, "/meters/1"));
        assertThat(store().append(Append.to(context(key, "b"), meter, 1, reads(2))))
                .isEqualTo(new AppendOutcome.KeyReused());
        assertThat(store().read(meter, 0)).hasSize(1);
    }

    @Test
    void aRequestThatWasRefusedDoesNotUseUpItsKey() {
        StreamId meter = meter();
        String key = UUID.randomUUID().toString();
        store().append(Append.to(context(key, "a"), meter, 5, reads(1)));

        assertThat(store().append(Append.to(context(key, "a"), meter, 0, reads(1))))
                .isInstanceOf(AppendOutcome.Appended.class);
    }

    @Test
    void aRequestThatChangedNothingIsAnsweredTheSameWhenItComesAgain() {
        StreamId meter = meter();
        String key = UUID.randomUUID().toString();

        assertThat(store().remember("city", idempotency(key, "a"))).isEmpty();

        assertThat(store().remember("city", idempotency(key, "a")))
                .contains(new AppendOutcome.Repeated(201, "/meters/1"));
        assertThat(store().remember("city", idempotency(key, "b"))).contains(new AppendOutcome.KeyReused());
        assertThat(store().remember("other-city", idempotency(key, "b"))).isEmpty();
        assertThat(store().append(Append.to(context(key, "a"), meter, 0, reads(1))))
                .isEqualTo(new AppendOutcome.Repeated(201, "/meters/1"));
        assertThat(store().read(meter, 0)).isEmpty();
    }

    private static Idempotency idempotency(String key, String fingerprint) {
        return Objects.requireNonNull(context(key, fingerprint).idempotency());
    }

    @Test
    void eachStreamIsCreatedOnce() {
        StreamId first = meter();
        StreamId second = meter();

        List<Boolean> created = store().create(context(),
                List.of(new EventStore.Creation(first, new MeterEvent.Read(1)),
                        new EventStore.Creation(first, new MeterEvent.Read(2))));
        List<Boolean> again = store().create(context(),
                List.of(new EventStore.Creation(first, new MeterEvent.Read(3)),
                        new EventStore.Creation(second, new MeterEvent.Read(4))));

        assertThat(created).containsExactly(true, false);
        assertThat(again).containsExactly(false, true);
        assertThat(store().read(first, 0)).extracting(RecordedEvent::event).containsExactlyElementsOf(reads(1));
        assertThat(logOf(second)).extracting(RecordedEvent::event).containsExactlyElementsOf(reads(4));
    }

    @Test
    void aStreamThatWasCreatedIsAppendedTo() {
        StreamId meter = meter();
        store().create(context(), List.of(new EventStore.Creation(meter, new MeterEvent.Installed("cellar"))));

        assertThat(store().append(Append.to(context(), meter, 0, reads(1))))
                .isEqualTo(new AppendOutcome.Conflict(meter, 1));
        assertThat(store().append(Append.to(context(), meter, 1, reads(1)))).isInstanceOf(AppendOutcome.Appended.class);
    }

    @Test
    void publicEventsAreCountedWithoutGaps() {
        StreamId meter = meter();
        store().append(Append.to(context(), meter, 0,
                List.of(new MeterEvent.Installed("cellar"), new MeterEvent.Read(1), new MeterEvent.Installed("attic"))));
        store().append(Append.to(context(), meter, 3, List.of(new MeterEvent.Read(2), new MeterEvent.Installed("roof"))));

        assertThat(store().read(meter, 0)).extracting(RecordedEvent::publicSequence).containsExactly(1L, null, 2L, null,
                3L);
    }

    @Test
    void shardsShareTheStreamsBetweenThem() {
        List<StreamId> meters = LongStream.range(0, 40).mapToObj(i -> meter()).toList();
        meters.forEach(meter -> store().append(Append.to(context(), meter, 0, reads(1))));

        List<UUID> all = log().stream().map(RecordedEvent::id).toList();
        List<UUID> shards = new ArrayList<>();
        for (int shard = 0; shard < 3; shard++) {
            store().readAfter(Position.START, Slots.ofShard(shard, 3), 10_000).forEach(e -> shards.add(e.id()));
        }

        assertThat(shards).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void readersSeeWhatConcurrentWritersWereAcknowledgedOnceAndInOrder() throws Exception {
        List<StreamId> meters = LongStream.range(0, 5).mapToObj(i -> meter()).toList();
        int writers = 8;
        int attempts = 60;
        Map<UUID, StreamId> acknowledged = new HashMap<>();
        List<RecordedEvent> seen = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<AppendOutcome.Stored>>> writes = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                int offset = writer;
                writes.add(threads.submit(() -> write(meters, offset, attempts)));
            }
            Position position = Position.START;
            boolean last = false;
            while (!last) {
                last = writes.stream().allMatch(Future::isDone);
                List<RecordedEvent> batch = store().readAfter(position, Slots.ALL, 50);
                while (!batch.isEmpty()) {
                    seen.addAll(batch);
                    position = batch.getLast().position();
                    batch = store().readAfter(position, Slots.ALL, 50);
                }
            }
            for (Future<List<AppendOutcome.Stored>> write : writes) {
                write.get().forEach(e -> acknowledged.put(e.id(), e.stream()));
            }
        }

        List<RecordedEvent> ours = seen.stream().filter(e -> meters.contains(e.stream())).toList();
        assertThat(ours).extracting(RecordedEvent::id).doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(acknowledged.keySet());
        for (StreamId meter : meters) {
            assertThat(ours.stream().filter(e -> e.stream().equals(meter)).map(RecordedEvent::version)).isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    private List<AppendOutcome.Stored> write(List<StreamId> meters, int offset, int attempts) {
        List<AppendOutcome.Stored> stored = new ArrayList<>();
        for (int i = 0; i < attempts; i++) {
            StreamId meter = meters.get((offset + i) % meters.size());
            long version = store().read(meter, 0).size();
            if (store().append(Append.to(context(), meter, version, reads(i))) instanceof AppendOutcome.Appended appended) {
                stored.addAll(appended.events());
            }
        }
        return stored;
    }
}
