package io.serviceconcept.journey.publishing;

import static io.serviceconcept.testing.Api.addPhase;
import static io.serviceconcept.testing.Api.addTouchpoint;
import static io.serviceconcept.testing.Api.as;
import static io.serviceconcept.testing.Api.createJourney;
import static io.serviceconcept.testing.Api.etag;
import static io.serviceconcept.testing.Api.touchpoint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.serviceconcept.eventsourcing.EventTypes;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.testing.Api;
import io.serviceconcept.testing.Concept;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
class PublicationTest {

    private final Concept concept = Concept.drafted(Api.MUNICIPALITY);

    @Test
    void aPublishedJourneyIsToldOnKafkaOncePerChange() throws IOException {
        String id = createJourney(concept);
        String call = addTouchpoint(id, touchpoint(addPhase(id, "Talk"), "Call", concept.video, concept.human));

        publish(id).body("published", equalTo(true)).body("changedSincePublication", equalTo(false));
        publish(id);
        addPhase(id, "Decide");
        as("viewer").get("/v1/journeys/" + id).then().body("changedSincePublication", equalTo(true));
        publish(id);

        List<ConsumerRecord<String, byte[]>> records = published("journey-" + id, 2);
        assertThat(records).extracting(record -> header(record, "ce_sequence")).containsExactly("1", "2");
        assertThat(records).allSatisfy(record -> {
            assertThat(header(record, "ce_type")).isEqualTo("journey.published.v1");
            assertThat(header(record, "ce_source")).isEqualTo("/journey-service");
            assertThat(header(record, "ce_organisation")).isEqualTo(Api.MUNICIPALITY);
            assertThat(header(record, "ce_subject")).isEqualTo("journey-" + id);
        });
        JsonNode first = EventTypes.json().readTree(records.getFirst().value());
        assertThat(first.path("journey").asText()).isEqualTo(id);
        assertThat(first.path("phases")).hasSize(1);
        assertThat(first.at("/phases/0/touchpoints/0/id").asText()).isEqualTo(call);
        assertThat(first.at("/phases/0/touchpoints/0/channel").asText()).isEqualTo(concept.video.toString());
        assertThat(first.at("/phases/0/touchpoints/0/needs/0").asText()).isEqualTo(concept.human.toString());
        assertThat(EventTypes.json().readTree(records.getLast().value()).path("phases")).hasSize(2);
    }

    private static io.restassured.response.ValidatableResponse publish(String journey) {
        return as("designer").header("If-Match", etag(journey)).put("/v1/journeys/" + journey + "/publication").then()
                .statusCode(200);
    }

    private static List<ConsumerRecord<String, byte[]>> published(String key, int count) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", System.getProperty(RealParts.BOOTSTRAP_SERVERS), "group.id",
                        UUID.randomUUID().toString(), "auto.offset.reset", "earliest"),
                new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of("journey-events"));
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (record.key().equals(key)) {
                        found.add(record);
                    }
                });
                return found.size() >= count;
            });
            return found;
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
