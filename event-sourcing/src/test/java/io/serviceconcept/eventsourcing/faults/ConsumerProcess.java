package io.serviceconcept.eventsourcing.faults;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import io.serviceconcept.eventsourcing.InboundEvent;
import io.serviceconcept.eventsourcing.InboundHandler;
import io.serviceconcept.eventsourcing.Inbox;
import io.serviceconcept.eventsourcing.Signal;
import io.serviceconcept.eventsourcing.internal.PostgresInbox;

/** Another service: takes the public events in and writes each into a table, in the inbox's transaction. */
final class ConsumerProcess {

    private ConsumerProcess() {
    }

    static void createTables(DataSource dataSource) throws SQLException {
        Database.execute(dataSource, "create table received (n bigserial primary key, stream text not null,"
                + " sequence bigint not null, event_id uuid not null)");
    }

    public static void main(String[] arguments) {
        Lifeline.hold();
        Inbox inbox = new PostgresInbox(Database.open(Integer.parseInt(arguments[0]), Database.CONSUMER, 4), new Signal(),
                List.of(new Writing()));
        Map<String, Object> settings = Map.of("bootstrap.servers", arguments[1], "group.id", "consumer-service",
                "auto.offset.reset", "earliest", "enable.auto.commit", false, "session.timeout.ms",
                Integer.parseInt(arguments[2]), "heartbeat.interval.ms", 2_000, "default.api.timeout.ms", 5_000);
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings, new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(MeterPublishing.TOPIC));
            Lifeline.say("consuming");
            while (true) {
                ConsumerRecords<String, byte[]> records = consumer.poll(Duration.ofMillis(200));
                if (!records.isEmpty()) {
                    inbox.receive(records);
                    commit(consumer);
                }
            }
        }
    }

    /** An offset that cannot be committed only means that some records come again. */
    private static void commit(KafkaConsumer<String, byte[]> consumer) {
        try {
            consumer.commitSync();
        } catch (KafkaException e) {
            Lifeline.say("not committed: " + e);
        }
    }

    private static final class Writing implements InboundHandler {

        @Override
        public String source() {
            return MeterPublishing.SOURCE;
        }

        @Override
        public void handle(Connection connection, InboundEvent event) throws SQLException {
            try (PreparedStatement statement = connection
                    .prepareStatement("insert into received (stream, sequence, event_id) values (?, ?, ?)")) {
                statement.setString(1, event.stream());
                statement.setObject(2, event.sequence());
                statement.setObject(3, event.id());
                statement.executeUpdate();
            }
        }
    }
}
