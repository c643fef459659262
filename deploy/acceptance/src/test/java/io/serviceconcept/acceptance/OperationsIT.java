package io.serviceconcept.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.restassured.response.Response;
import io.serviceconcept.local.examples.LoadedExample;

/** What an operator sees and does when a service cannot take in what another says. */
class OperationsIT {

    private static final int LOADED = 120;

    private final String organisation = "operations-" + UUID.randomUUID();
    private final String stream = "concept-" + UUID.randomUUID();

    @ParameterizedTest
    @ValueSource(strings = { "measurement", "journey" })
    void aPoisonRecordHaltsItsStreamUntilAnOperatorDecides(String service) {
        String parked = "/v1/operations/" + service + "/parked-records";
        publish(1, "concept.edition-adopted.v1", "[\"canary\"]");
        publish(2, "concept.unheard-of.v1", "{}");
        Awaitility.await().atMost(Duration.ofSeconds(30))
                .until(() -> Gateway.get("otto", parked + "?organisation=" + organisation).path("items").size() == 2);

        JsonNode halting = Gateway.get("otto", parked + "?halting=true&organisation=" + organisation).at("/items/0");
        assertThat(halting.path("reason").asText()).startsWith("cannot be read");
        assertThat(halting.toString()).doesNotContain("canary");
        assertThat(Gateway.as("marit").get(parked).statusCode()).isEqualTo(403);
        String record = parked + "/" + halting.path("id").asText();
        Response replay = Gateway.as("otto").post(record + "/replay");
        assertThat(replay.statusCode()).as(replay.asString()).isEqualTo(200);
        assertThat(Gateway.json(replay).path("done").asBoolean()).isFalse();

        Response discard = Gateway.as("otto").body("{\"reason\": \"published by a test\"}").post(record + "/discard");
        assertThat(discard.statusCode()).as(discard.asString()).isEqualTo(200);
        assertThat(Gateway.json(discard).path("done").asBoolean()).isTrue();
        assertThat(Gateway.json(discard).path("handled").asInt()).isEqualTo(1);
        assertThat(Gateway.get("otto", parked + "?organisation=" + organisation).path("items")).isEmpty();
    }

    @Test
    void aRewoundRelayChangesNothing() {
        LoadedExample example = TestPlatform.copyOfMunicipality("rewind");
        String objective = example.id("objective", "satisfaction-at-least-7");
        Awaitility.await().atMost(Duration.ofSeconds(30))
                .until(() -> Evaluation.of(example, "mila").objective(objective).path("n").asInt() == LOADED);
        JsonNode before = Evaluation.of(example, "mila").objective(objective);
        String yesterday = Instant.now().minus(Duration.ofDays(1)).toString();

        for (String service : new String[] { "concept", "measurement", "journey" }) {
            String operations = "/v1/operations/" + service;
            Response rewind = Gateway.as("otto").body("{\"to\": \"" + yesterday + "\"}").post(operations + "/relay/rewind");
            assertThat(rewind.statusCode()).as(rewind.asString()).isEqualTo(200);
            assertThat(Gateway.json(rewind).path("shards").asInt()).isPositive();
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> Gateway.get("otto", operations + "/lag")
                    .path("relay").findValues("seconds").stream().allMatch(seconds -> seconds.asDouble() == 0));
            assertThat(Gateway.get("otto", operations + "/parked-records?organisation=municipality").path("items"))
                    .isEmpty();
        }
        assertThat(Evaluation.of(example, "mila").objective(objective)).isEqualTo(before);
    }

    private void publish(long sequence, String type, String data) {
        Map<String, Object> settings = Map.of("bootstrap.servers", TestPlatform.running().kafkaBootstrapServers());
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(settings, new StringSerializer(),
                new StringSerializer())) {
            ProducerRecord<String, String> record = new ProducerRecord<>("concept-events", stream, data);
            Map.of("ce_specversion", "1.0", "ce_id", UUID.randomUUID().toString(), "ce_source", "/concept-service",
                    "ce_type", type, "ce_time", Instant.now().toString(), "ce_subject", stream, "ce_organisation",
                    organisation, "ce_sequence", Long.toString(sequence))
                    .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(record);
        }
    }
}
