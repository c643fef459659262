package io.serviceconcept.eventsourcing.internal;

import static io.serviceconcept.eventsourcing.testing.Readings.context;
import static io.serviceconcept.eventsourcing.testing.Readings.reads;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.serviceconcept.eventsourcing.Append;
import io.serviceconcept.eventsourcing.AppendOutcome;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.Signal;
import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.eventsourcing.testing.EventStoreContract;
import io.serviceconcept.eventsourcing.testing.Readings;
import io.serviceconcept.eventsourcing.testing.Readings.MeterEvent;

/** Coalesced appends with two writers, as services have them, and beside another instance. */
class TwoWritersTest extends EventStoreContract {

    private final GroupCommit store = instance();
    private final GroupCommit other = instance();

    private static GroupCommit instance() {
        return new GroupCommit(new PostgresEventStore(TestDatabase.dataSource(), Readings.TYPES,
                MeterEvent.Installed.class::equals, List.of(), () -> false, new Signal()), 2);
    }

    @Override
    protected EventStore store() {
        return store;
    }

    @AfterEach
    void close() {
        store.close();
        other.close();
    }

    @Test
    void whoMeetsAtTheSameStreamsIsAnsweredAndNobodyWaitsInACircle() throws Exception {
        List<StreamId> meters = IntStream.range(0, 6)
                .mapToObj(i -> StreamId.of("city", "meter", UUID.randomUUID().toString())).toList();
        int rounds = 40;
        int stored = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < rounds; round++) {
                List<Future<AppendOutcome>> outcomes = new ArrayList<>();
                for (EventStore instance : List.of(store, other)) {
                    List<StreamId> shuffled = new ArrayList<>(meters);
                    Collections.shuffle(shuffled);
                    int version = round;
                    shuffled.forEach(meter -> outcomes.add(
                            threads.submit(() -> instance.append(Append.to(context(), meter, version, reads(version))))));
                }
                for (Future<AppendOutcome> outcome : outcomes) {
                    stored += outcome.get(20, TimeUnit.SECONDS) instanceof AppendOutcome.Appended ? 1 : 0;
                }
            }
        }

        assertThat(stored).isEqualTo(rounds * meters.size());
        assertThat(meters).allSatisfy(meter -> assertThat(store.read(meter, 0)).hasSize(rounds));
    }
}
