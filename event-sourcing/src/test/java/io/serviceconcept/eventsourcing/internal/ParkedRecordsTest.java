package io.serviceconcept.eventsourcing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import io.serviceconcept.eventsourcing.ParkedRecord;
import io.serviceconcept.eventsourcing.ParkedRecords.Filter;
import io.serviceconcept.eventsourcing.ParkedRecords.NotItsTurn;
import io.serviceconcept.eventsourcing.ParkedRecords.Outcome;
import io.serviceconcept.eventsourcing.ParkedRecords.Place;

/** What operators do with what was parked. */
class ParkedRecordsTest extends MeterInbox {

    private UUID parked(long sequence) {
        return parked().stream().filter(record -> Long.valueOf(sequence).equals(record.sequence())).findFirst().orElseThrow()
                .id();
    }

    private Outcome replay(UUID id) {
        return records.replay(id, "otto").orElseThrow();
    }

    private Outcome discard(UUID id) {
        return records.discard(id, "otto", "sent by mistake").orElseThrow();
    }

    private List<String> actions() {
        return Sql.call(dataSource, connection -> {
            try (var statement = connection.prepareStatement("""
                    select operator || ' ' || action || ' ' || coalesce(sequence::text, '-') || ' ' || reason
                    from operator_action where organisation = ? order by id
                    """)) {
                statement.setString(1, meter.organisation());
                try (var row = statement.executeQuery()) {
                    List<String> found = new ArrayList<>();
                    while (row.next()) {
                        found.add(row.getString(1));
                    }
                    return found;
                }
            }
        });
    }

    private void halted() {
        handler.refused.add("b");
        inbox.receive(List.of(meter.installed(1, "a"), meter.installed(2, "b"), meter.installed(3, "c"),
                meter.installed(4, "d")));
    }

    @Test
    void aReplayHandlesTheRecordAndThenThoseBehindItInOrder() {
        halted();
        handler.refused.clear();

        assertThat(replay(parked(2))).isEqualTo(new Outcome(true, 3, 0, null));
        assertThat(effects()).containsExactly("a", "b", "c", "d");
        assertThat(parked()).isEmpty();
        assertThat(actions()).containsExactly("otto REPLAY 2 handled");

        inbox.receive(List.of(meter.installed(2, "b"), meter.installed(4, "d"), meter.installed(5, "e")));
        assertThat(effects()).containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    void whatIsStillPoisonStaysWithTheNewReason() {
        halted();
        handler.failing = (connection, event) -> {
            throw new AssertionError("another reason");
        };

        Outcome outcome = replay(parked(2));
        assertThat(outcome.done()).isFalse();
        assertThat(outcome.handled()).isZero();
        assertThat(outcome.waiting()).isEqualTo(3);
        ParkedRecord stoppedBy = Optional.ofNullable(outcome.stoppedBy()).orElseThrow();
        assertThat(stoppedBy.sequence()).isEqualTo(2);
        assertThat(stoppedBy.reason()).isEqualTo("its handler failed: AssertionError");
        assertThat(effects()).containsExactly("a");
        assertThat(actions()).containsExactly("otto REPLAY 2 stays: its handler failed: AssertionError");
    }

    @Test
    void aReplayStopsAtTheNextPoisonAndNamesIt() {
        halted();
        handler.refused.clear();
        handler.refused.add("c");

        Outcome outcome = replay(parked(2));
        assertThat(outcome.done()).isTrue();
        assertThat(outcome.handled()).isEqualTo(1);
        assertThat(Optional.ofNullable(outcome.stoppedBy()).orElseThrow().sequence()).isEqualTo(3);
        assertThat(effects()).containsExactly("a", "b");
        assertThat(parked()).extracting(ParkedRecord::halting).containsExactly(true, false);
    }

    @Test
    void aDiscardedSequenceCountsAsDone() {
        halted();

        assertThat(discard(parked(2))).isEqualTo(new Outcome(true, 2, 0, null));
        assertThat(effects()).containsExactly("a", "c", "d");
        assertThat(actions()).containsExactly("otto DISCARD 2 sent by mistake");

        handler.refused.clear();
        inbox.receive(List.of(meter.installed(2, "b"), meter.installed(5, "e")));
        assertThat(effects()).as("what was discarded stays so").containsExactly("a", "c", "d", "e");
        assertThat(parked()).isEmpty();
    }

    @Test
    void recordsOfAStreamAreDecidedAboutInTheirOrder() {
        halted();

        assertThatThrownBy(() -> replay(parked(3))).isInstanceOf(NotItsTurn.class).hasMessageContaining("2");
        assertThatThrownBy(() -> discard(parked(4))).isInstanceOf(NotItsTurn.class).hasMessageContaining("2");
        assertThat(parked()).hasSize(3);
        assertThat(actions()).isEmpty();
    }

    @Test
    void whatWaitsForAGapCanNeitherBeReplayedNorDiscarded() {
        inbox.receive(List.of(meter.installed(1, "a"), meter.installed(3, "c")));

        assertThatThrownBy(() -> replay(parked(3))).isInstanceOfSatisfying(NotItsTurn.class,
                e -> assertThat(e.first()).isEqualTo(2));
        assertThatThrownBy(() -> discard(parked(3))).isInstanceOf(NotItsTurn.class);
    }

    @Test
    void anotherEventOfADoneSequenceCanOnlyBeDiscarded() {
        UUID other = UUID.randomUUID();
        inbox.receive(List.of(meter.installed(1, "a")));
        inbox.receive(List.of(meter.installed(1, other, "x"), meter.installed(2, "b")));

        assertThat(replay(parked(1)).done()).isFalse();
        assertThat(effects()).containsExactly("a");
        assertThat(discard(parked(1))).isEqualTo(new Outcome(true, 1, 0, null));
        inbox.receive(List.of(meter.installed(1, other, "x"), meter.installed(1, "a"), meter.installed(3, "c")));
        assertThat(effects()).containsExactly("a", "b", "c");
        assertThat(parked()).isEmpty();
    }

    @Test
    void ofTwoThatClaimOneSequenceTheOneThatIsNotDiscardedCounts() {
        UUID other = UUID.randomUUID();
        inbox.receive(List.of(meter.installed(2, "b"), meter.installed(2, other, "x"), meter.installed(3, "c")));
        inbox.receive(List.of(meter.installed(1, "a")));
        List<ParkedRecord> twins = parked().stream().filter(ParkedRecord::halting).toList();
        assertThat(twins).hasSize(2);
        twins.forEach(twin -> assertThat(replay(twin.id()).done()).isFalse());
        UUID wrong = twins.stream().filter(twin -> twin.eventId().equals(meter.id(2))).findFirst().orElseThrow().id();

        assertThat(discard(wrong)).isEqualTo(new Outcome(true, 2, 0, null));
        assertThat(effects()).containsExactly("a", "x", "c");
        inbox.receive(List.of(meter.installed(2, "b"), meter.installed(2, other, "x"), meter.installed(4, "d")));
        assertThat(effects()).containsExactly("a", "x", "c", "d");
        assertThat(parked()).isEmpty();
    }

    @Test
    void oneOfTwoIsDiscardedWhileBothStillWait() {
        UUID other = UUID.randomUUID();
        inbox.receive(List.of(meter.installed(2, "b"), meter.installed(2, other, "x")));
        UUID wrong = parked().stream().filter(record -> record.eventId().equals(other)).findFirst().orElseThrow().id();

        assertThat(discard(wrong)).isEqualTo(new Outcome(true, 0, 1, null));
        inbox.receive(List.of(meter.installed(2, other, "x"), meter.installed(1, "a")));
        assertThat(effects()).containsExactly("a", "b");
    }

    @Test
    void aStateIsHandledAgainOrRemovedAndHaltsNothing() {
        handler.refused.add("s");
        inbox.receive(List.of(meter.state(UUID.randomUUID(), "s"), meter.installed(1, "a"),
                meter.state(UUID.randomUUID(), "s"), meter.state(UUID.randomUUID(), "t")));
        assertThat(effects()).containsExactly("a", "t");
        assertThat(parked()).hasSize(2).allSatisfy(record -> {
            assertThat(record.sequence()).isNull();
            assertThat(record.halting()).isFalse();
        });
        UUID first = parked().getFirst().id();
        assertThat(replay(first).stoppedBy()).isEqualTo(parked().getFirst());

        handler.refused.clear();
        assertThat(replay(first)).isEqualTo(new Outcome(true, 1, 1, null));
        assertThat(discard(parked().getFirst().id())).isEqualTo(new Outcome(true, 0, 0, null));
        assertThat(effects()).containsExactly("a", "t", "s");
    }

    @Test
    void whatIsGoneIsNotFound() {
        assertThat(records.find(UUID.randomUUID())).isEmpty();
        assertThat(records.replay(UUID.randomUUID(), "otto")).isEmpty();
        assertThat(records.discard(UUID.randomUUID(), "otto", "why")).isEmpty();
    }

    @Test
    void theListIsReadPageByPageAndFiltered() {
        halted();
        inbox.receive(List.of(meter.installed(6, "f")));

        List<ParkedRecord> all = parked();
        assertThat(all).hasSize(4);
        Filter ours = new Filter("/meter-service", meter.organisation(), null);
        List<ParkedRecord> first = records.list(ours, null, 3);
        ParkedRecord last = first.getLast();
        assertThat(first).isEqualTo(all.subList(0, 3));
        assertThat(records.list(ours, new Place(last.parkedAt(), last.id()), 3)).isEqualTo(all.subList(3, 4));
        assertThat(records.list(new Filter(null, meter.organisation(), true), null, 9)).extracting(ParkedRecord::sequence)
                .containsExactly(2L);
        assertThat(records.list(new Filter("/gas-service", meter.organisation(), null), null, 9)).isEmpty();
        assertThat(records.find(all.getFirst().id())).contains(all.getFirst());
    }

    @Test
    void twoOperatorsHandleARecordOnce() throws Exception {
        halted();
        handler.refused.clear();
        UUID id = parked(2);
        List<Optional<Outcome>> outcomes = together(() -> records.replay(id, "otto"), () -> records.replay(id, "olga"));

        assertThat(outcomes).filteredOn(Optional::isPresent).hasSize(1);
        assertThat(effects()).containsExactly("a", "b", "c", "d");
    }

    @RepeatedTest(10)
    void nothingIsLeftBehindWhenKafkaBringsMoreDuringAReplay() throws Exception {
        halted();
        handler.refused.clear();
        UUID id = parked(2);
        together(() -> records.replay(id, "otto"), () -> {
            for (int sequence = 5; sequence <= 40; sequence++) {
                inbox.receive(List.of(meter.installed(sequence, "n" + sequence)));
            }
            return null;
        });

        assertThat(parked()).isEmpty();
        List<String> expected = new ArrayList<>(List.of("a", "b", "c", "d"));
        IntStream.rangeClosed(5, 40).forEach(sequence -> expected.add("n" + sequence));
        assertThat(effects()).isEqualTo(expected);
    }

    private static <T> List<T> together(Callable<T> one, Callable<T> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<T>> futures = List.of(one, other).stream().map(work -> threads.submit(() -> {
                start.await();
                return work.call();
            })).toList();
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
