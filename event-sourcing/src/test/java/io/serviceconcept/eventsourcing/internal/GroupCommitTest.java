package io.serviceconcept.eventsourcing.internal;

import static io.serviceconcept.eventsourcing.testing.Readings.context;
import static io.serviceconcept.eventsourcing.testing.Readings.reads;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.serviceconcept.eventsourcing.Append;
import io.serviceconcept.eventsourcing.AppendOutcome;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.Projection;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.Signal;
import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.eventsourcing.testing.EventStoreContract;
import io.serviceconcept.eventsourcing.testing.Readings;
import io.serviceconcept.eventsourcing.testing.Readings.MeterEvent;

/** Coalesced appends keep the same contract, and what is stored together does not hang together. */
class GroupCommitTest extends EventStoreContract {

    private final DataSource dataSource = TestDatabase.dataSource();
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final GroupCommit store = new GroupCommit(
            new PostgresEventStore(dataSource, Readings.TYPES, MeterEvent.Installed.class::equals, List.of(new Gate()),
                    () -> false, new Signal()),
            1);

    /** Holds the only writer up at the meter called "slow", so that others come together; the one called "bad" fails. */
    private final class Gate implements Projection {

        @Override
        public String name() {
            return "gate";
        }

        @Override
        public List<String> tables() {
            return List.of();
        }

        @Override
        public boolean inline() {
            return true;
        }

        @Override
        public void project(Connection connection, int shard, List<RecordedEvent> events) {
            for (RecordedEvent recorded : events) {
                if (recorded.event().equals(new MeterEvent.Installed("slow"))) {
                    reached.countDown();
                    waitFor(goOn);
                }
                if (recorded.event().equals(new MeterEvent.Installed("bad"))) {
                    throw new IllegalStateException("no row for a bad meter");
                }
            }
        }
    }

    @Override
    protected EventStore store() {
        return store;
    }

    @AfterEach
    void close() {
        goOn.countDown();
        store.close();
    }

    private static StreamId meter() {
        return StreamId.of("city", "meter", UUID.randomUUID().toString());
    }

    private static Append install(StreamId meter, String place) {
        return Append.to(context(), meter, 0, List.of(new MeterEvent.Installed(place)));
    }

    @Test
    void whatComesTogetherIsStoredInOneTransactionAndTheBadOneFailsAlone() throws Exception {
        List<StreamId> meters = new ArrayList<>();
        List<Future<AppendOutcome>> outcomes = new ArrayList<>();
        StreamId stale = meter();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<AppendOutcome> slow = threads.submit(() -> store.append(install(meter(), "slow")));
            waitFor(reached);
            for (int i = 0; i < 20; i++) {
                StreamId meter = meter();
                meters.add(meter);
                outcomes.add(threads.submit(() -> store.append(Append.to(context(), meter, 0, reads(1, 2)))));
            }
            Future<AppendOutcome> conflict = threads.submit(() -> store.append(Append.to(context(), stale, 3, reads(1))));
            goOnWhenWaiting(21);

            assertThat(slow.get(10, TimeUnit.SECONDS)).isInstanceOf(AppendOutcome.Appended.class);
            assertThat(conflict.get(10, TimeUnit.SECONDS)).isEqualTo(new AppendOutcome.Conflict(stale, 0));
            for (Future<AppendOutcome> outcome : outcomes) {
                assertThat(outcome.get(10, TimeUnit.SECONDS)).isInstanceOf(AppendOutcome.Appended.class);
            }
        }
        assertThat(transactions(meters)).isEqualTo(1);
        assertThat(meters).allSatisfy(meter -> assertThat(store.read(meter, 0)).hasSize(2));
    }

    @Test
    void theBadOneFailsAlone() throws Exception {
        StreamId good = meter();
        StreamId bad = meter();
        StreamId other = meter();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<AppendOutcome> slow = threads.submit(() -> store.append(install(meter(), "slow")));
            waitFor(reached);
            Future<AppendOutcome> first = threads.submit(() -> store.append(install(good, "cellar")));
            Future<AppendOutcome> second = threads.submit(() -> store.append(install(bad, "bad")));
            Future<AppendOutcome> third = threads.submit(() -> store.append(install(other, "attic")));
            goOnWhenWaiting(3);

            slow.get(10, TimeUnit.SECONDS);
            assertThat(first.get(10, TimeUnit.SECONDS)).isInstanceOf(AppendOutcome.Appended.class);
            assertThat(third.get(10, TimeUnit.SECONDS)).isInstanceOf(AppendOutcome.Appended.class);
            assertThatThrownBy(() -> second.get(10, TimeUnit.SECONDS)).hasRootCauseMessage("no row for a bad meter");
        }
        assertThat(store.read(bad, 0)).isEmpty();
    }

    @Test
    void twoAppendsToOneStreamAreNotStoredTogether() throws Exception {
        StreamId meter = meter();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<AppendOutcome> slow = threads.submit(() -> store.append(install(meter(), "slow")));
            waitFor(reached);
            Future<AppendOutcome> first = threads.submit(() -> store.append(install(meter, "cellar")));
            Future<AppendOutcome> second = threads.submit(() -> store.append(install(meter, "attic")));
            goOnWhenWaiting(2);

            slow.get(10, TimeUnit.SECONDS);
            assertThat(List.of(first.get(10, TimeUnit.SECONDS), second.get(10, TimeUnit.SECONDS)))
                    .hasAtLeastOneElementOfType(AppendOutcome.Appended.class).contains(new AppendOutcome.Conflict(meter, 1));
        }
        assertThat(store.read(meter, 0)).hasSize(1);
    }

    @Test
    void afterTheEndAppendsGoAlone() {
        store.close();

        assertThat(store.append(install(meter(), "cellar"))).isInstanceOf(AppendOutcome.Appended.class);
    }

    private void goOnWhenWaiting(int callers) {
        await().atMost(Duration.ofSeconds(10)).until(() -> store.waiting() == callers);
        goOn.countDown();
    }

    private long transactions(List<StreamId> meters) throws Exception {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select count(distinct tx) from event where stream in ('"
                        + String.join("','", meters.stream().map(StreamId::name).toList()) + "')")) {
            result.next();
            return result.getLong(1);
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            if (!latch.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("waited in vain");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
