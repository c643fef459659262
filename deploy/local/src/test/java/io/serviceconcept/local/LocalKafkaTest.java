package io.serviceconcept.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKafkaTest {

    @TempDir
    Path directory;

    @Test
    void topicsAndRecordsAreStillThereAfterARestart() throws Exception {
        try (LocalKafka kafka = LocalKafka.start(directory, 0)) {
            kafka.createTopics(List.of("concept-events"));
            send(kafka, "adopted");
        }
        try (LocalKafka kafka = LocalKafka.start(directory, 0)) {
            kafka.createTopics(List.of("concept-events", "journey-events"));
            assertThat(recordsOf(kafka, "concept-events")).containsExactly("adopted");
            assertThat(partitionsOf(kafka, "concept-events")).isEqualTo(LocalKafka.PARTITIONS);
            assertThat(partitionsOf(kafka, "journey-events")).isEqualTo(LocalKafka.PARTITIONS);
        }
    }

    @Test
    void twoBrokersRunSideBySide() throws Exception {
        try (LocalKafka one = LocalKafka.temporary("concept-events");
                LocalKafka other = LocalKafka.temporary("concept-events")) {
            send(one, "adopted");
            assertThat(recordsOf(one, "concept-events")).containsExactly("adopted");
            assertThat(one.port()).isNotEqualTo(other.port());
        }
    }

    private static void send(LocalKafka kafka, String value) throws ExecutionException, InterruptedException {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("concept-events", "a key", value)).get();
        }
    }

    private static List<String> recordsOf(LocalKafka kafka, String topic) {
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "group.id", "test", "auto.offset.reset", "earliest"),
                new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(found -> values.add(found.value()));
                return !values.isEmpty();
            });
        }
        return values;
    }

    private static int partitionsOf(LocalKafka kafka, String topic) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            return admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().size();
        }
    }
}
