package io.serviceconcept.eventsourcing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.Append;
import io.serviceconcept.eventsourcing.AppendOutcome;
import io.serviceconcept.eventsourcing.CommandContext;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.EventStore.Creation;
import io.serviceconcept.eventsourcing.Idempotency;
import io.serviceconcept.eventsourcing.Metadata;
import io.serviceconcept.eventsourcing.Position;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.Signal;
import io.serviceconcept.eventsourcing.Slots;
import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.eventsourcing.testing.InMemoryEventStore;
import io.serviceconcept.eventsourcing.testing.Readings;
import io.serviceconcept.eventsourcing.testing.Readings.MeterEvent;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** The store in memory is the model: the same calls have the same answers on PostgreSQL. */
class StoreModelTest {

    /** What is asked of both stores. */
    sealed interface Call {

        /** @param key the idempotency key's number, null without one */
        record Append(List<Change> changes, @Nullable Integer key, int fingerprint) implements Call {
        }

        record Change(int stream, int off, List<MeterEvent> events) {
        }

        record Create(List<Integer> streams, MeterEvent event) implements Call {
        }

        record Repeated(int key, int fingerprint) implements Call {
        }

        record Read(int stream, int afterVersion) implements Call {
        }

        record ReadLog(int shards, int shard) implements Call {
        }
    }

    private static Position end = Position.START;

    @Provide
    Arbitrary<List<Call>> calls() {
        Arbitrary<Integer> stream = Arbitraries.integers().between(0, 4);
        Arbitrary<MeterEvent> event = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 99).map(MeterEvent.Read::new),
                Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(5).map(MeterEvent.Installed::new));
        Arbitrary<Call.Change> change = Combinators
                .combine(stream, Arbitraries.frequency(Tuple.of(8, 0), Tuple.of(1, 1), Tuple.of(1, -1)),
                        event.list().ofMinSize(1).ofMaxSize(3))
                .as(Call.Change::new);
        Arbitrary<Integer> key = Arbitraries.integers().between(0, 2);
        Arbitrary<Call> append = Combinators
                .combine(change.list().ofMinSize(1).ofMaxSize(3).uniqueElements(Call.Change::stream),
                        key.injectNull(0.6), Arbitraries.integers().between(0, 1))
                .as(Call.Append::new);
        return Arbitraries.frequencyOf(
                Tuple.of(8, append),
                Tuple.of(3, Combinators.combine(stream.list().ofMinSize(1).ofMaxSize(4), event).as(Call.Create::new)),
                Tuple.of(1, Combinators.combine(key, Arbitraries.integers().between(0, 1)).as(Call.Repeated::new)),
                Tuple.of(2, Combinators.combine(stream, Arbitraries.integers().between(0, 4)).as(Call.Read::new)),
                Tuple.of(2, Arbitraries.integers().between(1, 4).flatMap(
                        shards -> Arbitraries.integers().between(0, shards - 1).map(shard -> new Call.ReadLog(shards, shard)))))
                .list().ofMinSize(1).ofMaxSize(25);
    }

    @Property(tries = 60)
    void bothStoresAnswerTheSame(@ForAll("calls") List<Call> calls) {
        Side model = new Side(new InMemoryEventStore(Readings.TYPES, MeterEvent.Installed.class::equals), Position.START);
        EventStore store = new PostgresEventStore(TestDatabase.dataSource(), Readings.TYPES, MeterEvent.Installed.class::equals,
                List.of(), () -> false, new Signal());
        Side real = new Side(store, endOfLog(store));
        String organisation = "city-" + UUID.randomUUID();
        for (Call call : calls) {
            assertThat(real.answer(organisation, call)).as("%s", call).isEqualTo(model.answer(organisation, call));
        }
    }

    private static Position endOfLog(EventStore store) {
        List<RecordedEvent> page = store.readAfter(end, Slots.ALL, 10_000);
        while (!page.isEmpty()) {
            end = page.getLast().position();
            page = store.readAfter(end, Slots.ALL, 10_000);
        }
        return end;
    }

    /** One of the stores; its answers without what differs by nature: ids, moments and numbers of transactions. */
    private record Side(EventStore store, Position origin) {

        private record Plain(StreamId stream, long version, @Nullable Long publicSequence, int generation, int ordinal,
                Object event, Metadata metadata) {
        }

        Object answer(String organisation, Call call) {
            Metadata metadata = new Metadata("ann", new UUID(0, 1), null, null);
            CommandContext context = new CommandContext(organisation, metadata, null);
            return switch (call) {
                case Call.Append append -> plain(store.append(new Append(
                        append.key() == null ? context
                                : new CommandContext(organisation, metadata, idempotency(append.key(), append.fingerprint())),
                        append.changes().stream().map(c -> change(organisation, c)).toList())));
                case Call.Create create -> store.create(context, create.streams().stream()
                        .map(stream -> new Creation(stream(organisation, stream), create.event())).toList());
                case Call.Repeated repeated -> store.repeated(organisation,
                        idempotency(repeated.key(), repeated.fingerprint()));
                case Call.Read read -> plain(store.read(stream(organisation, read.stream()), read.afterVersion()));
                case Call.ReadLog read -> plain(log(organisation, Slots.ofShard(read.shard(), read.shards())));
            };
        }

        private List<RecordedEvent> log(String organisation, Slots slots) {
            List<RecordedEvent> all = new ArrayList<>();
            List<RecordedEvent> page = store.readAfter(origin, slots, 3);
            while (!page.isEmpty()) {
                all.addAll(page);
                page = store.readAfter(page.getLast().position(), slots, 3);
            }
            return all.stream().filter(e -> e.stream().organisation().equals(organisation)).toList();
        }

        private Append.Change change(String organisation, Call.Change change) {
            StreamId stream = stream(organisation, change.stream());
            return new Append.Change(stream, Math.max(0, store.read(stream, 0).size() + change.off()), change.events());
        }

        private static StreamId stream(String organisation, int number) {
            return StreamId.of(organisation, "meter", Integer.toString(number));
        }

        private static Idempotency idempotency(int key, int fingerprint) {
            return new Idempotency("key-" + key, "print-" + fingerprint, 201, "/meters/" + key);
        }

        private static Object plain(AppendOutcome outcome) {
            return outcome instanceof AppendOutcome.Appended appended
                    ? appended.events().stream().map(e -> List.of(e.stream(), e.version(), e.event())).toList()
                    : outcome;
        }

        private static List<Plain> plain(List<RecordedEvent> events) {
            return events.stream().map(e -> new Plain(e.stream(), e.version(), e.publicSequence(), e.position().generation(),
                    e.position().ordinal(), e.event(), e.metadata())).toList();
        }
    }
}
