package io.serviceconcept.eventsourcing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.serviceconcept.eventsourcing.ParkedRecord;
import io.serviceconcept.eventsourcing.ParkedRecords.Filter;
import io.serviceconcept.eventsourcing.Signal;
import io.serviceconcept.eventsourcing.StreamId;

/** What comes twice, too early, wrong or not at all. */
class InboxTest extends MeterInbox {

    @Test
    void whatComesTooEarlyWaitsForTheGapToBeFilled() {
        inbox.receive(List.of(meter.installed(1, "a"), meter.installed(3, "c"), meter.installed(4, "d")));
        assertThat(effects()).containsExactly("a");
        assertThat(parked()).extracting(ParkedRecord::sequence).containsExactly(3L, 4L);

        inbox.receive(List.of(meter.installed(2, "b")));
        assertThat(effects()).containsExactly("a", "b", "c", "d");
        assertThat(parked()).isEmpty();
    }

    @Test
    void aRepetitionHasNoEffect() {
        List<ConsumerRecord<String, byte[]>> all = List.of(meter.installed(1, "a"), meter.installed(2, "b"),
                meter.installed(3, "c"));
        inbox.receive(all);
        inbox.receive(all.subList(1, 3));

        assertThat(effects()).containsExactly("a", "b", "c");
        assertThat(parked()).isEmpty();
    }

    @Test
    void whatIsParkedAndComesAgainIsParkedOnce() {
        List<ConsumerRecord<String, byte[]>> all = List.of(meter.installed(1, "a"), meter.poison(2),
                meter.installed(3, "c"), meter.installed(5, "e"));
        inbox.receive(all);
        inbox.receive(all);

        assertThat(parked()).extracting(ParkedRecord::sequence).containsExactly(2L, 3L, 5L);
        assertThat(parked()).extracting(ParkedRecord::halting).containsExactly(true, false, false);
        assertThat(parked().getFirst().reason()).isEqualTo("cannot be read as Place: meter.installed.v1");
    }

    @Test
    void statesThatComeOneAfterTheOtherAreHandledTogetherInTheirOrder() {
        inbox.receive(List.of(meter.state(meter.id(1), "a"), meter.state(meter.id(2), "b"), meter.installed(1, "c"),
                meter.state(meter.id(3), "d")));

        assertThat(effects()).containsExactly("a", "b", "c", "d");
        assertThat(handler.together).containsExactly(2, 1);
    }

    @Test
    void aStateThatCannotBeUsedIsParkedAloneAndThoseBesideItHaveTheirEffectOnce() {
        handler.refused.add("b");
        inbox.receive(List.of(meter.state(meter.id(1), "a"), meter.state(meter.id(2), "b"), meter.state(meter.id(3), "c")));

        assertThat(effects()).containsExactly("a", "c");
        assertThat(parked()).extracting(ParkedRecord::eventId).containsExactly(meter.id(2));
    }

    @Test
    void theSameSequenceWithAnotherIdHaltsTheStream() {
        inbox.receive(List.of(meter.installed(1, "a")));
        inbox.receive(List.of(meter.installed(1, UUID.randomUUID(), "x"), meter.installed(2, "b")));

        assertThat(effects()).containsExactly("a");
        assertThat(parked()).extracting(ParkedRecord::sequence).containsExactly(1L, 2L);
    }

    @Test
    void poisonHaltsItsStreamAndNeighboursGoOn() {
        MeterRecords neighbour = new MeterRecords(StreamId.of(meter.organisation(), "meter", "neighbour"));
        inbox.receive(List.of(meter.installed(1, "a"), meter.poison(2), neighbour.installed(1, "n"),
                meter.installed(3, "c")));

        assertThat(effects()).containsExactly("a", "n");
        assertThat(parked()).extracting(ParkedRecord::sequence).containsExactly(2L, 3L);
    }

    @Test
    void twoRecordsOfOneSequenceAreBothKeptAndNeitherIsHandled() {
        inbox.receive(List.of(meter.installed(2, "b"), meter.installed(2, UUID.randomUUID(), "x")));
        inbox.receive(List.of(meter.installed(1, "a")));

        assertThat(effects()).containsExactly("a");
        assertThat(parked()).extracting(ParkedRecord::halting).containsExactly(true, true);
        assertThat(parked()).extracting(ParkedRecord::reason).containsOnly("two events claim sequence 2");
    }

    @Test
    void anErrorParksLikeAnException() {
        handler.refused.add("b");
        handler.failing = (connection, event) -> {
            throw new StackOverflowError();
        };
        inbox.receive(List.of(meter.installed(1, "a"), meter.installed(2, "b"), meter.installed(3, "c")));

        assertThat(effects()).containsExactly("a");
        assertThat(parked()).extracting(ParkedRecord::reason).containsExactly("its handler failed: StackOverflowError",
                "its stream is halted");
    }

    @Test
    void theReasonNeverQuotesTheData() {
        handler.refused.addAll(List.of("number", "cast"));
        handler.failing = (connection, event) -> {
            if (event.as(RecordingHandler.Place.class).place().equals("number")) {
                Long.parseLong("secret");
            }
            try (var statement = connection.prepareStatement("select cast('secret' as int)")) {
                statement.execute();
            }
        };
        inbox.receive(List.of(meter.state(UUID.randomUUID(), "number"), meter.state(UUID.randomUUID(), "cast")));

        assertThat(parked()).extracting(ParkedRecord::reason).containsExactly("its handler failed: NumberFormatException",
                "the database refused a statement of its handler, 22P02");
    }

    @Test
    void aReasonWithNulIsStoredAllTheSame() {
        handler.refused.add("a");
        handler.failing = (connection, event) -> {
            throw new IllegalArgumentException("\0".repeat(2_000));
        };
        inbox.receive(List.of(meter.installed(1, "a")));

        assertThat(parked()).extracting(ParkedRecord::reason).containsExactly(" ".repeat(1_000));
    }

    @Test
    void aMissingColumnParksAndIsNamed() {
        handler.refused.add("a");
        handler.failing = (connection, event) -> {
            try (var statement = connection.prepareStatement("select no_such_column from installed")) {
                statement.execute();
            }
        };
        inbox.receive(List.of(meter.installed(1, "a")));

        assertThat(parked().getFirst().reason()).contains("42703").contains("no_such_column");
    }

    @Test
    void whatABatchIsRefusedForIsNamedWithoutItsValues() {
        handler.refused.add("attic");
        handler.failing = (connection, event) -> {
            throw new BatchUpdateException("Batch entry 0 insert into hall values ('secret') was aborted", "42P01", 0,
                    new int[0], new SQLException("relation \"hall\" does not exist", "42P01"));
        };
        inbox.receive(List.of(meter.state(meter.id(1), "attic")));

        assertThat(parked()).extracting(ParkedRecord::reason).containsExactly(
                "the database refused a statement of its handler, 42P01: relation \"hall\" does not exist");
    }

    @Test
    void aLimitOfTheServerIsPoisonAndIsNotWaitedFor() {
        handler.refused.add("a");
        handler.failing = (connection, event) -> {
            try (var statement = connection.prepareStatement("select pg_advisory_lock(1) " + ", 1".repeat(1_700))) {
                statement.execute();
            }
        };
        inbox.receive(List.of(meter.installed(1, "a")));

        assertThat(parked().getFirst().reason()).contains("54");
    }

    /**
     * What a handler does wrong within its transaction, of what the server says about cursors, states of objects and itself.
     */
    @ParameterizedTest
    @ValueSource(strings = { "24000", "25001", "25P01", "25P02", "34000", "26000", "55000", "55006", "53400", "XX000", "XX001",
            "58P01", "P0001" })
    @Timeout(30)
    void aStatementThatIsRefusedIsPoisonAndNeighboursGoOn(String state) {
        handler.refused.add("b");
        handler.failing = (connection, event) -> raise(connection, state);
        MeterRecords neighbour = new MeterRecords(StreamId.of(meter.organisation(), "meter", "neighbour"));

        inbox.receive(List.of(meter.installed(1, "a"), meter.installed(2, "b"), neighbour.installed(1, "n")));

        assertThat(effects()).containsExactly("a", "n");
        assertThat(parked()).extracting(ParkedRecord::reason).singleElement().asString().contains(state);
    }

    @Test
    @Timeout(30)
    void aHandlerThatKeepsAFailureToItselfIsPoisonToo() {
        AtomicInteger kept = new AtomicInteger();
        handler.refused.add("b");
        handler.failing = (connection, event) -> {
            try (var statement = connection.createStatement()) {
                statement.execute("select 1 / 0");
            } catch (SQLException e) {
                kept.incrementAndGet();
            }
        };
        inbox.receive(List.of(meter.installed(1, "a"), meter.installed(2, "b")));

        assertThat(kept).hasPositiveValue();
        assertThat(effects()).containsExactly("a");
        assertThat(parked()).extracting(ParkedRecord::sequence).containsExactly(2L);
    }

    @Test
    @Timeout(30)
    void anExceptionOfTheDriverWithoutAStateIsPoison() {
        handler.refused.add("b");
        handler.failing = (connection, event) -> {
            throw new SQLException("no state, no connection to blame");
        };
        inbox.receive(List.of(meter.installed(1, "a"), meter.installed(2, "b")));

        assertThat(parked()).extracting(ParkedRecord::sequence).containsExactly(2L);
    }

    @ParameterizedTest
    @ValueSource(strings = { "08006", "25006", "40001", "53100", "53300", "55P03", "57P01", "57P03", "58030" })
    @Timeout(30)
    void aDatabaseThatIsAwayIsWaitedFor(String state) {
        AtomicInteger failures = new AtomicInteger();
        handler.refused.add("a");
        handler.failing = (connection, event) -> {
            if (failures.incrementAndGet() <= 2) {
                raise(connection, state);
            }
        };
        inbox.receive(List.of(meter.installed(1, "a")));

        assertThat(effects()).containsExactly("a");
        assertThat(parked()).isEmpty();
    }

    private static void raise(Connection connection, String state) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("do $$ begin raise exception using errcode = '" + state + "', message = 'refused'; end $$");
        }
    }

    @Test
    void whatAHandlerWroteIsUndoneWhenItFails() {
        handler.refused.add("a");
        inbox.receive(List.of(meter.installed(1, "a")));

        assertThat(effects()).isEmpty();
        assertThat(parked()).extracting(ParkedRecord::reason).containsExactly("refused");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', nullValues = "missing", value = {
            "ce_source;missing", "ce_source;''", "ce_source;kafka:meter-events", "ce_organisation;missing",
            "ce_subject;missing", "ce_id;missing", "ce_id;not-a-uuid", "ce_type;missing", "ce_time;missing",
            "ce_time;yesterday", "ce_time;+1000000000-01-01T00:00:00Z", "ce_time;-0001-01-01T00:00:00Z",
            "ce_sequence;first", "ce_sequence;0", "ce_sequence;-1", "ce_sequence;99999999999999999999" })
    void aRecordWithOddHeadersIsKeptUnderItsPlace(String header, String value) {
        isKeptUnderItsPlace(header, value);
    }

    @ParameterizedTest
    @CsvSource({ "ce_source", "ce_organisation", "ce_subject", "ce_type" })
    void aHeaderThatCannotBeStoredIsKeptUnderItsPlace(String header) {
        isKeptUnderItsPlace(header, "a\0b");
        isKeptUnderItsPlace(header, "x".repeat(100_000));
    }

    private void isKeptUnderItsPlace(String header, String value) {
        long offset = UUID.randomUUID().getMostSignificantBits() >>> 8;
        ConsumerRecord<String, byte[]> sound = meter.installed(1, "a");
        ConsumerRecord<String, byte[]> odd = new ConsumerRecord<>("meter-events", 5, offset, sound.key(), sound.value());
        sound.headers().forEach(odd.headers()::add);
        MeterRecords.with(odd, header, value);

        inbox.receive(List.of(odd));
        inbox.receive(List.of(odd));

        assertThat(records.list(new Filter("kafka:meter-events", null, null), null, 200))
                .filteredOn(record -> record.stream().equals("meter-events-5@" + offset)).singleElement()
                .satisfies(record -> {
                    assertThat(record.reason()).contains(header);
                    assertThat(record.bytes()).isEqualTo(sound.value().length);
                    assertThat(record.halting()).isFalse();
                    records.discard(record.id(), "otto", "sent again");
                });
        inbox.receive(List.of(odd));
        assertThat(records.list(new Filter("kafka:meter-events", null, null), null, 200)).isEmpty();
        assertThat(effects()).isEmpty();
    }

    @Test
    void contextThatCannotBeReadIsLeftOut() {
        ConsumerRecord<String, byte[]> record = meter.installed(1, "a");
        MeterRecords.with(record, "traceparent", "x".repeat(100_000));
        MeterRecords.with(record, "ce_correlationid", "\0");
        inbox.receive(List.of(record));

        assertThat(effects()).containsExactly("a");
        assertThat(handler.handled.getFirst().traceparent()).isNull();
        assertThat(handler.handled.getFirst().correlationId()).isNull();
    }

    @Test
    void whatNobodyHereTakesIsKept() {
        inbox.receive(List.of(MeterRecords.with(meter.installed(1, "a"), "ce_source", "/gas-service")));

        assertThat(parked()).extracting(ParkedRecord::reason)
                .containsExactly("nothing here takes what /gas-service publishes");
    }

    @Test
    void aSourceHasOneHandler() {
        assertThatThrownBy(() -> new PostgresInbox(dataSource, new Signal(), List.of(handler, new RecordingHandler())))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("/meter-service");
    }
}
