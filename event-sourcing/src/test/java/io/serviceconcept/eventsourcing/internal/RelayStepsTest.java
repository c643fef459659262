package io.serviceconcept.eventsourcing.internal;

import static io.serviceconcept.eventsourcing.testing.Readings.context;
import static io.serviceconcept.eventsourcing.testing.Readings.reads;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

import javax.sql.DataSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.serviceconcept.eventsourcing.Append;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.OutboundEvent;
import io.serviceconcept.eventsourcing.PublicEvent;
import io.serviceconcept.eventsourcing.Publishing;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.Sender;
import io.serviceconcept.eventsourcing.Signal;
import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.eventsourcing.testing.Readings;

/** A relay whose broker is slow, or takes little at a time, moves all the same. */
class RelayStepsTest {

    private static final Duration LEASE = Duration.ofMillis(600);

    private static final String EXPIRES = "(extract(epoch from expires_at) * 1000)::bigint";

    private final DataSource dataSource = TestDatabase.dataSource();
    private final Signal signal = new Signal();
    private final String run = UUID.randomUUID().toString();
    private final StreamId meter = StreamId.of("city", "meter", run);
    private final EventStore store = new PostgresEventStore(dataSource, Readings.TYPES, type -> true, List.of(), () -> false,
            signal);
    private final Publishing publishing = new Numbered();
    private final Readers first = new Readers(dataSource, store, signal, LEASE, Duration.ofMillis(20));
    private final Readers second = new Readers(dataSource, store, signal, LEASE, Duration.ofMillis(20));

    /** Its topic is of this test alone, as its position in the log is. */
    private final class Numbered implements Publishing {

        @Override
        public String topic() {
            return "events-" + run;
        }

        @Override
        public String source() {
            return "/meter-service";
        }

        @Override
        public boolean publishes(Class<?> eventType) {
            return true;
        }

        @Override
        public PublicEvent publish(RecordedEvent recorded) {
            return new PublicEvent("meter.event.v1", recorded.event());
        }
    }

    @AfterEach
    void stop() {
        first.close();
        second.close();
    }

    private void startAtTheEnd() {
        TestDatabase.execute("insert into reader (name, shard, shards, generation, tx) values ('relay-events-" + run
                + "', 0, 1, 1, pg_snapshot_xmin(pg_current_snapshot()))");
    }

    /** Of the row of its lease. */
    private long lease(String column) {
        return TestDatabase.number("select " + column + " from reader where name = 'relay-events-" + run + "'");
    }

    private static List<OutboundEvent> of(String stream, List<OutboundEvent> events) {
        return events.stream().filter(event -> event.stream().equals(stream)).toList();
    }

    @Test
    void whoWaitsForTheBrokerLongerThanTheLeaseLastsKeepsIt() {
        startAtTheEnd();
        CountDownLatch acknowledged = new CountDownLatch(1);
        AtomicInteger sendings = new AtomicInteger();
        Sender slow = events -> {
            if (!of(meter.name(), events).isEmpty()) {
                sendings.incrementAndGet();
                waitFor(acknowledged);
            }
        };
        first.relay(publishing, slow, 1);
        second.relay(publishing, slow, 1);
        store.append(Append.to(context(), meter, 0, reads(1)));
        await().until(() -> sendings.get() > 0);
        long epoch = lease("epoch");
        long expires = lease(EXPIRES);

        await().until(() -> lease(EXPIRES) > expires + 3 * LEASE.toMillis());
        assertThat(lease("epoch")).isEqualTo(epoch);
        assertThat(sendings).hasValue(1);

        acknowledged.countDown();
        store.append(Append.to(context(), meter, 1, reads(2)));
        await().until(() -> sendings.get() == 2);
        assertThat(lease("epoch")).isEqualTo(epoch);
    }

    @Test
    void whatIsTooMuchAtOnceIsSentInSmallerPieces() {
        startAtTheEnd();
        Set<UUID> arrived = ConcurrentHashMap.newKeySet();
        Sender small = events -> {
            if (events.size() > 100) {
                throw new Sender.SendFailed(new IllegalStateException("too much at once"));
            }
            of(meter.name(), events).forEach(event -> arrived.add(event.id()));
        };
        store.append(Append.to(context(), meter, 0, reads(LongStream.range(0, 300).toArray())));

        first.relay(publishing, small, 1);

        await().atMost(Duration.ofSeconds(30)).until(() -> arrived.size() == 300);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Sender.SendFailed(e);
        }
    }
}
