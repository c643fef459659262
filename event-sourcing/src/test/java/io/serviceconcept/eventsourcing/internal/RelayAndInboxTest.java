package io.serviceconcept.eventsourcing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
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
import io.serviceconcept.eventsourcing.CommandContext;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.InboundEvent;
import io.serviceconcept.eventsourcing.Inbox;
import io.serviceconcept.eventsourcing.Metadata;
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
    private final RecordingHandler handler = new RecordingHandler();
    private final Inbox inbox = new PostgresInbox(dataSource, new Signal(), List.of(handler));
    private final String organisation = "city-" + UUID.randomUUID();
    private final StreamId meter = StreamId.of(organisation, "meter", UUID.randomUUID().toString());

    @AfterAll
    static void stop() {
        KAFKA.close();
    }

    @Test
    void publicEventsArriveOnceInOrderAndOthersStayInside() {
        relaying(() -> {
            append(new Metadata("ann", UUID.randomUUID(), null, null), 0, new MeterEvent.Installed("cellar"),
                    new MeterEvent.Read(3), new MeterEvent.Installed("attic"));
            List<ConsumerRecord<String, byte[]>> records = arrived(2);

            inbox.receive(records);
            inbox.receive(records);
            assertThat(RecordingHandler.effects(organisation)).containsExactly("cellar", "attic");
            assertThat(records).extracting(ConsumerRecord::key).containsOnly(meter.name());
        });
    }

    @Test
    void aRewoundRelayPublishesAgainAndTheInboxDropsIt() {
        relaying(() -> {
            append(new Metadata("ann", UUID.randomUUID(), null, null), 0, new MeterEvent.Installed("cellar"));
            append(new Metadata("ann", UUID.randomUUID(), null, null), 1, new MeterEvent.Installed("attic"));
            inbox.receive(arrived(2));
            Instant second = store.read(meter, 1).getFirst().recordedAt();

            assertThat(new RelayPositions(dataSource).rewind(Instant.now(), "otto")).isZero();
            assertThat(new RelayPositions(dataSource).rewind(second, "otto")).isEqualTo(1);
            List<ConsumerRecord<String, byte[]>> records = arrived(3);
            inbox.receive(records);

            assertThat(records).extracting(record -> header(record, "ce_sequence")).containsExactly("1", "2", "2");
            assertThat(RecordingHandler.effects(organisation)).containsExactly("cellar", "attic");
        });
    }

    @Test
    void whatFollowsCarriesCorrelationCauseAndTraceOfWhatItFollowsFrom() {
        String traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        UUID correlation = UUID.randomUUID();
        relaying(() -> {
            append(new Metadata("ann", correlation, null, traceparent), 0, new MeterEvent.Installed("cellar"));
            inbox.receive(arrived(1));
            InboundEvent cause = handler.handled.getLast();
            assertThat(cause.correlationId()).isEqualTo(correlation);
            assertThat(cause.traceparent()).isEqualTo(traceparent);

            append(cause.consequence("meter-service"), 1, new MeterEvent.Installed("attic"));
            inbox.receive(arrived(2));
            assertThat(store.read(meter, 1).getFirst().metadata())
                    .isEqualTo(new Metadata("meter-service", correlation, cause.id(), traceparent));
            ConsumerRecord<String, byte[]> second = arrived(2).getLast();
            assertThat(header(second, "ce_correlationid")).isEqualTo(correlation.toString());
            assertThat(header(second, "ce_causationid")).isEqualTo(store.read(meter, 0).getFirst().id().toString());
            assertThat(header(second, "traceparent")).isEqualTo(traceparent);
            assertThat(handler.handled.getLast().correlationId()).isEqualTo(correlation);
        });
    }

    private void relaying(Runnable test) {
        try (Readers readers = new Readers(dataSource, store, signal, Duration.ofSeconds(1), Duration.ofMillis(20));
                KafkaSender sender = new KafkaSender(KAFKA.bootstrapServers(), Map.of())) {
            readers.relay(new MeterPublishing(), sender, 1);
            test.run();
        }
    }

    private void append(Metadata metadata, long version, MeterEvent... events) {
        store.append(Append.to(new CommandContext(organisation, metadata, null), meter, version, List.of(events)));
    }

    private List<ConsumerRecord<String, byte[]>> arrived(int count) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            records.clear();
            records.addAll(topic(meter.name()));
            return records.size() >= count;
        });
        return records;
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
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
