package io.serviceconcept.eventsourcing.internal;

import static io.serviceconcept.eventsourcing.testing.Readings.context;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import io.serviceconcept.eventsourcing.Append;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.InboundEvent;
import io.serviceconcept.eventsourcing.InboundHandler;
import io.serviceconcept.eventsourcing.Inbox;
import io.serviceconcept.eventsourcing.PublicEvent;
import io.serviceconcept.eventsourcing.Publishing;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.Signal;
import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.eventsourcing.testing.Readings;
import io.serviceconcept.eventsourcing.testing.Readings.MeterEvent;
import io.serviceconcept.local.LocalKafka;

/** From one service's log over a real broker into another's inbox. */
class RelayAndInboxTest {

    private static final LocalKafka KAFKA = LocalKafka.temporary("meter-events");

    private final DataSource dataSource = TestDatabase.dataSource();
    private final Signal signal = new Signal();
    private final EventStore store = new PostgresEventStore(dataSource, Readings.TYPES,
            MeterEvent.Installed.class::equals, List.of(), () -> false, signal);
    private final Inbox inbox = new PostgresInbox(dataSource, new Signal());
    private final StreamId meter = StreamId.of("city-" + UUID.randomUUID(), "meter", UUID.randomUUID().toString());
    private final List<String> handled = new ArrayList<>();
    private final InboundHandler handler = (connection, event) -> handled.add(event.as(Place.class).place());

    record Place(String place) {
    }

    @AfterAll
    static void stop() {
        KAFKA.close();
    }

    @Test
    void publicEventsArriveOnceInOrderAndOthersStayInside() {
        Readers readers = new Readers(dataSource, store, signal, Duration.ofSeconds(1), Duration.ofMillis(20));
        try (KafkaSender sender = new KafkaSender(KAFKA.bootstrapServers(), Map.of())) {
            readers.relay(new MeterPublishing(), sender, 1);
            store.append(Append.to(Readings.context(), cityMeter(), 0,
                    List.of(new MeterEvent.Installed("cellar"), new MeterEvent.Read(3), new MeterEvent.Installed("attic"))));

            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                records.clear();
                records.addAll(topic(cityMeter().name()));
                return records.size() >= 2;
            });

            inbox.receive(records, handler);
            inbox.receive(records, handler);
            assertThat(handled).containsExactly("cellar", "attic");
            assertThat(records).extracting(ConsumerRecord::key).containsOnly(cityMeter().name());
        } finally {
            readers.close();
        }
    }

    private StreamId cityMeter() {
        return new StreamId("city", meter.name());
    }

    @Test
    void whatComesTooEarlyWaitsForTheGapToBeFilled() {
        inbox.receive(List.of(installed(1, "a"), installed(3, "c"), installed(4, "d")), handler);
        assertThat(handled).containsExactly("a");
        assertThat(inbox.parked(meter.organisation())).extracting(Inbox.Parked::sequence).containsExactly(3L, 4L);

        inbox.receive(List.of(installed(2, "b")), handler);
        assertThat(handled).containsExactly("a", "b", "c", "d");
        assertThat(inbox.parked(meter.organisation())).isEmpty();
    }

    @Test
    void aRewindOfTheRelayHasNoEffect() {
        List<ConsumerRecord<String, byte[]>> all = List.of(installed(1, "a"), installed(2, "b"), installed(3, "c"));
        inbox.receive(all, handler);
        inbox.receive(all.subList(1, 3), handler);

        assertThat(handled).containsExactly("a", "b", "c");
        assertThat(inbox.parked(meter.organisation())).isEmpty();
    }

    @Test
    void theSameSequenceWithAnotherIdHaltsTheStream() {
        inbox.receive(List.of(installed(1, "a")), handler);
        inbox.receive(List.of(record(meter, 1, UUID.randomUUID(), "x"), installed(2, "b")), handler);

        assertThat(handled).containsExactly("a");
        assertThat(inbox.parked(meter.organisation())).extracting(Inbox.Parked::sequence).containsExactly(1L, 2L);
    }

    @Test
    void poisonHaltsItsStreamAndNeighboursGoOn() {
        StreamId neighbour = StreamId.of(meter.organisation(), "meter", "neighbour");
        inbox.receive(List.of(installed(1, "a"), poison(2), record(neighbour, 1, UUID.randomUUID(), "n"),
                installed(3, "c")), handler);

        // the whole batch is tried first, then each record by itself
        assertThat(handled).endsWith("a", "n");
        assertThat(inbox.parked(meter.organisation())).extracting(Inbox.Parked::sequence).containsExactly(2L, 3L);
        assertThat(inbox.parked(meter.organisation()).getFirst().reason()).contains("cannot be read");
    }

    @Test
    void whatAHandlerWroteIsUndoneWhenItFails() {
        InboundHandler writesThenFails = (Connection connection, InboundEvent event) -> {
            try (var statement = connection.createStatement()) {
                statement.execute("create table should_not_exist ()");
            }
            throw new IllegalArgumentException("after writing");
        };
        inbox.receive(List.of(installed(1, "a")), writesThenFails);

        assertThat(inbox.parked(meter.organisation())).extracting(Inbox.Parked::reason).containsExactly("after writing");
        assertThat(Sql.<Boolean> call(dataSource, connection -> connection.getMetaData()
                .getTables(null, null, "should_not_exist", null).next())).isFalse();
    }

    private ConsumerRecord<String, byte[]> installed(long sequence, String place) {
        return record(meter, sequence, new UUID(meter.hashCode(), sequence), place);
    }

    private ConsumerRecord<String, byte[]> poison(long sequence) {
        return record(meter, sequence, new UUID(meter.hashCode(), sequence), List.of("not a place"));
    }

    private ConsumerRecord<String, byte[]> record(StreamId stream, long sequence, UUID id, Object data) {
        Object place = data instanceof String text ? new Place(text) : data;
        var outbound = new io.serviceconcept.eventsourcing.OutboundEvent("meter-events", "/meter-service",
                stream.organisation(), stream.name(), sequence, id, "meter.installed.v1", java.time.Instant.now(), place,
                context().metadata());
        var produced = KafkaSender.record(outbound);
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>("meter-events", 0, sequence, produced.key(),
                produced.value());
        produced.headers().forEach(record.headers()::add);
        return record;
    }

    private static List<ConsumerRecord<String, byte[]>> topic(String key) {
        Map<String, Object> settings = Map.of("bootstrap.servers", KAFKA.bootstrapServers(), "auto.offset.reset",
                "earliest");
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings, new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor("meter-events").stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
            consumer.poll(Duration.ofSeconds(2)).forEach(record -> {
                if (key.equals(record.key())) {
                    found.add(record);
                }
            });
            return found;
        }
    }

    private static final class MeterPublishing implements Publishing {

        @Override
        public String topic() {
            return "meter-events";
        }

        @Override
        public String source() {
            return "/meter-service";
        }

        @Override
        public boolean publishes(Class<?> eventType) {
            return eventType == MeterEvent.Installed.class;
        }

        @Override
        public PublicEvent publish(RecordedEvent recorded) {
            return new PublicEvent("meter.installed.v1", recorded.event());
        }
    }
}
