package io.serviceconcept.concept.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.testing.Api;
import io.serviceconcept.testing.Example;

@QuarkusTest
@WithTestResource(RealParts.class)
class PublicationTest {

    @Test
    void whatOthersNeedToKnowIsOnTheTopicInOrderAndNothingElse() {
        Example example = Example.created(Api.designer());
        example.designer().put(example.concept() + "/direction", "\"0\"", "{\"mission\": \"Ours alone\"}").statusCode(200);
        example.designer().created(example.concept() + "/services", "{\"name\": \"Passports\"}");
        example.designer().created(example.concept() + "/stakeholders", """
                {"name": "Ours alone", "influence": "LOW", "interest": "LOW"}""");
        example.activate(example.desk());
        example.adopted("2026-01-01");

        List<ConsumerRecord<String, byte[]>> records = published("concept-" + example.id(), 11);

        assertThat(records).extracting(event -> header(event, "ce_type")).containsExactly("concept.created.v1",
                "concept.layer-drafted.v1", "concept.layer-drafted.v1", "concept.channel-drafted.v1",
                "concept.channel-drafted.v1", "concept.customer-group-drafted.v1", "concept.customer-group-drafted.v1",
                "concept.need-drafted.v1", "concept.need-drafted.v1", "concept.channel-status-changed.v1",
                "concept.edition-adopted.v1");
        assertThat(records).extracting(event -> Long.valueOf(header(event, "ce_sequence")))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 11).boxed().toList());
        assertThat(records).extracting(event -> header(event, "ce_source")).containsOnly("/concept-service");
        assertThat(records).extracting(event -> header(event, "ce_organisation"))
                .containsOnly(example.designer().organisation());
        assertThat(records).extracting(event -> new String(event.value(), StandardCharsets.UTF_8))
                .noneMatch(json -> json.contains("Ours alone"));
    }

    private static List<ConsumerRecord<String, byte[]>> published(String stream, int count) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", System.getProperty(RealParts.BOOTSTRAP_SERVERS), "group.id",
                        UUID.randomUUID().toString(), "auto.offset.reset", "earliest"),
                new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of("concept-events"));
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(event -> {
                    if (stream.equals(event.key())) {
                        records.add(event);
                    }
                });
                return records.size() >= count;
            });
        }
        return records;
    }

    private static String header(ConsumerRecord<String, byte[]> event, String name) {
        return new String(event.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
