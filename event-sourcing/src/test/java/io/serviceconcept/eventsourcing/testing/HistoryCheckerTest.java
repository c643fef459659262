package io.serviceconcept.eventsourcing.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.serviceconcept.eventsourcing.Position;
import io.serviceconcept.eventsourcing.Slots;
import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.eventsourcing.testing.History.Attempt;
import io.serviceconcept.eventsourcing.testing.History.Outcome;
import io.serviceconcept.eventsourcing.testing.History.Reader;
import io.serviceconcept.eventsourcing.testing.History.Seen;
import io.serviceconcept.eventsourcing.testing.History.Stored;
import io.serviceconcept.eventsourcing.testing.History.Wanted;
import io.serviceconcept.eventsourcing.testing.Readings.MeterEvent;
import io.serviceconcept.eventsourcing.testing.Violation.Kind;

/** A checker that finds nothing proves nothing: here it is given broken histories and finds what is wrong with each. */
class HistoryCheckerTest {

    private static final StreamId METER = StreamId.of("city", "meter", "a");
    private static final StreamId OTHER = StreamId.of("city", "meter", "b");
    private static final Reader LOG = Reader.ofLog("log", Slots.ALL);
    private static final Reader CONSUMER = Reader.ofPublicEvents("consumer");

    @Test
    void aSoundHistoryHasNoViolations() {
        History history = sound();
        seen(history, LOG, METER, 1, 2, 3);
        seen(history, LOG, OTHER, 1);
        seen(history, CONSUMER, METER, 1, 2, 3);
        seen(history, CONSUMER, OTHER, 1);
        // unknown and absent, unknown and there, refused
        history.attempted(attempt("lost answer", Outcome.UNKNOWN, wanted(METER, 90), wanted(METER, 91)));
        history.stored(stored(OTHER, 2, 20, 0)).attempted(attempt("lost too", Outcome.UNKNOWN, wanted(OTHER, 2)));
        seen(history, LOG, OTHER, 2);
        seen(history, CONSUMER, OTHER, 2);
        history.attempted(attempt("refused", Outcome.REFUSED, wanted(METER, 92)));

        assertThat(HistoryChecker.check(history)).isEmpty();
        HistoryChecker.verify(history);
    }

    @Test
    void anAcknowledgedEventThatIsNotStoredIsFound() {
        assertFound(sound().attempted(attempt("gone", Outcome.ACKNOWLEDGED, wanted(METER, 4))), Kind.LOST, "gone");
    }

    @Test
    void aStoredEventThatAReaderNeverSawIsFound() {
        History history = sound();
        seen(history, LOG, METER, 1, 2);
        assertFound(history, Kind.LOST, "log never saw", "version=3");
    }

    @Test
    void aReaderThatSawNothingAtAllIsFound() {
        assertFound(sound().reader(CONSUMER), Kind.LOST, "consumer never saw");
    }

    @Test
    void anEffectThatHappenedTwiceIsFound() {
        History history = sound();
        seen(history, CONSUMER, METER, 1, 2, 2, 3);
        assertFound(history, Kind.DOUBLED, "consumer saw again");
    }

    @Test
    void aRequestThatWasStoredTwiceIsFound() {
        History history = sound().stored(new Stored(METER, 4, at(30, 0), 4L, UUID.randomUUID(), event(METER, 3)));
        assertFound(history, Kind.DOUBLED, "one event is stored twice");
    }

    @Test
    void aReaderThatSawAnEventTooEarlyAndWentBackIsFound() {
        History history = sound();
        seen(history, CONSUMER, METER, 1, 3, 2);
        assertFound(history, Kind.SKIPPED, "number=3");
        assertFound(history, Kind.REGRESSED, "number=2");
    }

    @Test
    void aLogReaderThatWentBackToAnotherStreamIsFound() {
        History history = sound();
        seen(history, LOG, METER, 1, 2, 3);
        seen(history, LOG, OTHER, 1);
        assertThat(HistoryChecker.check(history)).isEmpty();

        History regressed = sound();
        seen(regressed, LOG, OTHER, 1);
        seen(regressed, LOG, METER, 1, 2, 3);
        assertFound(regressed, Kind.REGRESSED, "though it was at");
    }

    @Test
    void aStreamWhoseLogOrderIsNotThatOfItsVersionsIsFound() {
        History history = sound().stored(stored(METER, 4, 2, 5))
                .attempted(attempt("fourth", Outcome.ACKNOWLEDGED, wanted(METER, 4)));
        assertFound(history, Kind.REORDERED, "lies in the log before");
    }

    @Test
    void aGapInTheVersionsIsFound() {
        History history = sound().stored(stored(METER, 5, 30, 0))
                .attempted(attempt("fifth", Outcome.ACKNOWLEDGED, wanted(METER, 5)));
        assertFound(history, Kind.GAP, "version 4 should follow");
        assertFound(history, Kind.GAP, "public sequence 4 should follow");
    }

    @Test
    void anEventFromNowhereIsFound() {
        assertFound(sound().stored(stored(METER, 4, 30, 0)), Kind.PHANTOM, "nobody attempted");
        assertFound(sound().seen(LOG, new Seen(METER, 4, UUID.randomUUID())), Kind.PHANTOM, "not stored");
    }

    @Test
    void anAttemptThatIsStoredInPartIsFound() {
        assertFound(sound().stored(stored(METER, 4, 30, 0))
                .attempted(attempt("half", Outcome.UNKNOWN, wanted(METER, 4), wanted(OTHER, 9))), Kind.TORN, "half");
    }

    @Test
    void anAttemptOfTwoTransactionsIsFound() {
        assertFound(sound().stored(stored(METER, 4, 30, 0)).stored(stored(METER, 5, 31, 0))
                .attempted(attempt("split", Outcome.UNKNOWN, wanted(METER, 4), wanted(METER, 5))), Kind.TORN, "split");
    }

    @Test
    void whatWasRefusedAndStoredAllTheSameIsFound() {
        assertFound(sound().stored(stored(METER, 4, 30, 0))
                .attempted(attempt("no", Outcome.REFUSED, wanted(METER, 4))), Kind.REFUSED_BUT_STORED, "no was refused");
    }

    @Test
    void anotherIdOrPlaceThanWasAcknowledgedIsFound() {
        History history = sound().stored(stored(METER, 4, 30, 0)).attempted(attempt("moved", Outcome.ACKNOWLEDGED,
                new Wanted(METER, event(METER, 4), 4L, UUID.randomUUID())));
        assertFound(history, Kind.DIFFERENT, "moved");
        assertFound(sound().seen(LOG, new Seen(OTHER, 2, id(METER, 2))), Kind.DIFFERENT, "log saw");
    }

    @Test
    void verifyNamesWhatIsWrong() {
        assertThatThrownBy(() -> HistoryChecker.verify(sound().reader(LOG))).isInstanceOf(AssertionError.class)
                .hasMessageContaining("4 violations").hasMessageContaining("LOST: log never saw");
    }

    /** Three acknowledged events of one stream in two transactions, then one of another. */
    private static History sound() {
        return new History().stored(stored(METER, 1, 10, 0)).stored(stored(METER, 2, 10, 1)).stored(stored(METER, 3, 11, 0))
                .stored(stored(OTHER, 1, 12, 0))
                .attempted(attempt("first", Outcome.ACKNOWLEDGED, told(METER, 1), told(METER, 2)))
                .attempted(attempt("second", Outcome.ACKNOWLEDGED, told(METER, 3)))
                .attempted(attempt("third", Outcome.ACKNOWLEDGED, told(OTHER, 1)));
    }

    private static void assertFound(History history, Kind kind, String... evidence) {
        assertThat(HistoryChecker.check(history)).anySatisfy(violation -> {
            assertThat(violation.kind()).isEqualTo(kind);
            assertThat(violation.evidence()).contains(evidence);
        });
    }

    private static Attempt attempt(String name, Outcome outcome, Wanted... events) {
        return new Attempt(name, outcome, Stream.of(events).toList());
    }

    private static Wanted wanted(StreamId stream, long version) {
        return new Wanted(stream, event(stream, version));
    }

    private static Wanted told(StreamId stream, long version) {
        return new Wanted(stream, event(stream, version), version, id(stream, version));
    }

    private static Stored stored(StreamId stream, long version, long transaction, int ordinal) {
        return new Stored(stream, version, at(transaction, ordinal), version, id(stream, version), event(stream, version));
    }

    private static Position at(long transaction, int ordinal) {
        return new Position(1, transaction, ordinal);
    }

    private static UUID id(StreamId stream, long version) {
        return new UUID(stream.hashCode(), version);
    }

    private static MeterEvent event(StreamId stream, long version) {
        return new MeterEvent.Installed(stream.name() + version);
    }

    private static void seen(History history, Reader reader, StreamId stream, long... versions) {
        for (long version : versions) {
            history.seen(reader, new Seen(stream, version, id(stream, version)));
        }
    }
}
