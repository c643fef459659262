package io.serviceconcept.eventsourcing.meter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.serviceconcept.eventsourcing.Inbox;
import io.serviceconcept.eventsourcing.Metadata;
import io.serviceconcept.eventsourcing.OutboundEvent;
import io.serviceconcept.eventsourcing.internal.KafkaSender;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.eventsourcing.testing.Tokens;

/** What operators see and do over HTTP. */
@QuarkusTest
@WithTestResource(RealParts.class)
class OperationsTest {

    private static final String PARKED = "/v1/operations/meter/parked-records";

    private final String organisation = "city-" + UUID.randomUUID();
    private final String stream = "gas-" + UUID.randomUUID();
    @Inject
    Inbox inbox;
    @Inject
    GasHandler handler;

    private static RequestSpecification operator() {
        return as("operator");
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.of("city", "otto", role)).contentType(ContentType.JSON);
    }

    @BeforeEach
    void parked() {
        handler.refused().add(stream);
        inbox.receive(List.of(record(1), record(2), record(3)));
    }

    private ConsumerRecord<String, byte[]> record(long sequence) {
        var produced = KafkaSender.record(new OutboundEvent("gas-events", "/gas-service", organisation, stream, sequence,
                new UUID(stream.hashCode(), sequence), "gas.burnt.v1", Instant.now(), Map.of("secret", "canary"),
                new Metadata("ann", UUID.randomUUID(), null, null)));
        var record = new ConsumerRecord<>("gas-events", 0, sequence, produced.key(), produced.value());
        produced.headers().forEach(record.headers()::add);
        return record;
    }

    private JsonPath list() {
        return operator().get(PARKED + "?organisation=" + organisation).then().statusCode(200).extract().jsonPath();
    }

    private String id(int sequence) {
        return list().getString("items.find { it.sequence == " + sequence + " }.id");
    }

    private static ValidatableResponse post(String path, String body) {
        return operator().body(body).post(path).then();
    }

    @Test
    void parkedRecordsAreListedWithTheirReasonAndWithoutTheirData() {
        Response list = operator().get(PARKED + "?organisation=" + organisation);

        list.then().statusCode(200).body("items.sequence", equalTo(List.of(1, 2, 3)))
                .body("items.halting", equalTo(List.of(true, false, false)))
                .body("items[0].reason", equalTo("refused for now")).body("items[0].source", equalTo("/gas-service"))
                .body("items[0].type", equalTo("gas.burnt.v1")).body("items[0].bytes", greaterThanOrEqualTo(10));
        assertThat(list.asString()).doesNotContain("canary");
        Response one = operator().get(PARKED + "/" + id(1));
        one.then().statusCode(200).body("stream", equalTo(stream)).body("organisation", equalTo(organisation));
        assertThat(one.asString()).doesNotContain("canary");
    }

    @Test
    void theListIsReadPageByPageAndFiltered() {
        Response first = operator().get(PARKED + "?limit=2&organisation=" + organisation);
        String link = first.header("Link");
        String next = link.substring(link.indexOf('<') + 1, link.indexOf('>'));

        assertThat(next).startsWith(PARKED);
        first.then().body("items.sequence", equalTo(List.of(1, 2)));
        operator().urlEncodingEnabled(false).get(next).then().statusCode(200).header("Link", nullValue())
                .body("items.sequence", equalTo(List.of(3)));
        operator().get(PARKED + "?halting=true&source=/gas-service&organisation=" + organisation).then()
                .body("items.sequence", equalTo(List.of(1)));
        operator().get(PARKED + "?source=/other&organisation=" + organisation).then().body("items", equalTo(List.of()));
        operator().get(PARKED + "?cursor=Zm9yZ2Vk").then().statusCode(400);
        operator().get(PARKED + "?limit=201").then().statusCode(400);
        operator().urlEncodingEnabled(false).get(PARKED + "?source=%00").then().statusCode(400);
    }

    @Test
    void aReplayTriesTheRecordAgainAndThenThoseBehindIt() {
        String first = id(1);
        post(PARKED + "/" + id(2) + "/replay", "").statusCode(409)
                .body("type", equalTo("https://serviceconcept.io/problems/not-its-turn")).body("first", equalTo(1));
        post(PARKED + "/" + first + "/replay", "").statusCode(200).body("done", equalTo(false))
                .body("handled", equalTo(0)).body("waiting", equalTo(3)).body("stoppedBy.id", equalTo(first));

        handler.refused().remove(stream);
        post(PARKED + "/" + first + "/replay", "").statusCode(200).body("done", equalTo(true))
                .body("handled", equalTo(3)).body("waiting", equalTo(0)).body("stoppedBy", nullValue());
        assertThat(list().getList("items")).isEmpty();
        operator().get(PARKED + "/" + first).then().statusCode(404);
        post(PARKED + "/" + first + "/replay", "").statusCode(404);
    }

    @Test
    void aDiscardSaysWhyAndThoseBehindGoOn() {
        String discard = PARKED + "/" + id(1) + "/discard";
        post(discard, "{}").statusCode(400).body("errors.pointer", hasItem("/reason"));
        post(discard, "{\"reason\": \" \"}").statusCode(400);
        post(discard, "{\"reason\": \"x\", \"force\": true}").statusCode(400).body("errors.pointer", hasItem("/force"));
        operator().body("{\"reason\": \"late\"}").post(PARKED + "/" + id(2) + "/discard").then().statusCode(409);

        post(discard, "{\"reason\": \"sent by mistake\"}").statusCode(200).body("done", equalTo(true))
                .body("handled", equalTo(0)).body("stoppedBy.sequence", equalTo(2));
        inbox.receive(List.of(record(1)));
        assertThat(list().getList("items.sequence")).isEqualTo(List.of(2, 3));
        post(discard, "{\"reason\": \"again\"}").statusCode(404);
    }

    @Test
    void onlyOperatorsGetIn() {
        for (String role : List.of("admin", "manager", "viewer", "integration")) {
            as(role).get(PARKED).then().statusCode(403);
            as(role).get("/v1/operations/meter/lag").then().statusCode(403);
            as(role).body("{\"reason\": \"x\"}").post(PARKED + "/" + UUID.randomUUID() + "/discard").then()
                    .statusCode(403);
            as(role).post(PARKED + "/" + UUID.randomUUID() + "/replay").then().statusCode(403);
            as(role).body("{\"to\": \"2026-01-01T00:00:00Z\"}").post("/v1/operations/meter/relay/rewind").then()
                    .statusCode(403);
        }
        given().get(PARKED).then().statusCode(401);
    }

    @Test
    void anotherServicesAddressesLeadNowhere() {
        operator().get("/v1/operations/gas/parked-records").then().statusCode(404)
                .contentType("application/problem+json");
        operator().get("/v1/operations/meter-service/lag").then().statusCode(404);
        operator().get("/v1/operations/%7Bservice%7D/lag").then().statusCode(404);
        operator().get(PARKED + "/no-uuid").then().statusCode(404);
    }

    @Test
    void lagSaysHowFarEverythingIs() {
        await().untilAsserted(() -> operator().get("/v1/operations/meter/lag").then().statusCode(200)
                .body("projections.projection", hasItem("meter")).body("projections.seconds", hasItem(0.0f))
                .body("relay.topic", hasItem("concept-events")).body("relay.seconds", hasItem(0.0f))
                .body("horizon.seconds", equalTo(0.0f)));
    }

    @Test
    void aRewoundRelayPublishesAgain() {
        String meter = installed("");
        assertThat(published(meter, 1)).hasSize(1);

        post("/v1/operations/meter/relay/rewind", "{\"to\": \"" + Instant.now().minusSeconds(60) + "\"}").statusCode(200)
                .body("shards", equalTo(1));
        assertThat(published(meter, 2)).extracting(record -> header(record, "ce_sequence")).containsExactly("1", "1");
        post("/v1/operations/meter/relay/rewind", "{\"to\": \"tomorrow\"}").statusCode(400);
        post("/v1/operations/meter/relay/rewind", "{\"to\": \"2999-01-01T00:00:00Z\"}").statusCode(400);
        post("/v1/operations/meter/relay/rewind", "{}").statusCode(400);
    }

    @Test
    void anEventCarriesTheTraceOfItsRequestOverKafka() {
        String trace = UUID.randomUUID().toString().replace("-", "");
        ConsumerRecord<String, byte[]> record = published(installed("00-" + trace + "-b7ad6b7169203331-01"), 1).getFirst();

        assertThat(header(record, "traceparent")).startsWith("00-" + trace + "-").endsWith("-01")
                .doesNotContain("b7ad6b7169203331");
        assertThat(header(record, "ce_correlationid").replace("-", "")).isEqualTo(trace);
        assertThat(record.headers().lastHeader("ce_causationid")).as("it follows from a request").isNull();
    }

    @Test
    void figuresAreThereForPrometheus() {
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> given().get("/q/metrics").then().statusCode(200)
                .body(containsString("event_store_horizon_transactions "))
                .body(containsString("event_store_horizon_age_seconds "))
                .body(containsString("erasures_unpublished 0.0"))
                .body(containsString("erasures_unpublished_age_seconds 0.0"))
                .body(containsString("event_store_sample_age_seconds "))
                .body(containsString("projection_lag_seconds{projection=\"meter\",shard=\"0\"} 0.0"))
                .body(containsString("relay_lag_seconds{shard=\"0\",topic=\"concept-events\"} 0.0"))
                .body(containsString("reader_standing_still{reader=\"projection-meter\"} 0.0"))
                .body(containsString("reader_standing_still{reader=\"work-erasure-publication\"} 0.0"))
                .body(containsString("inbox_parked_records{source=\"/gas-service\"}"))
                .body(containsString("inbox_halted_streams{source=\"/gas-service\"}"))
                .body(not(containsString("inbox_halted_streams{source=\"/gas-service\"} 0.0"))));
    }

    @Test
    void theDocumentNamesTheAddressesAsTheyAreHere() {
        JsonPath document = given().get("/q/openapi?format=json").then().statusCode(200).extract().jsonPath();
        Map<String, Map<String, Map<String, Object>>> paths = document.getMap("paths");

        assertThat(paths.keySet()).contains(PARKED, PARKED + "/{id}", PARKED + "/{id}/replay", PARKED + "/{id}/discard",
                "/v1/operations/meter/lag", "/v1/operations/meter/relay/rewind");
        assertThat(document.prettify()).doesNotContain("{service}");
        paths.forEach((path, methods) -> {
            if (path.startsWith("/v1/operations/")) {
                assertThat(methods.values()).allSatisfy(operation -> {
                    assertThat(operation.get("operationId").toString()).endsWith("OfMeter");
                    assertThat(operation.toString()).doesNotContain("name=service");
                    assertThat(operation.get("security").toString()).contains("accessToken");
                });
            }
        });
        assertThat(document.getBoolean("components.schemas.DiscardedRecord.additionalProperties")).isFalse();
        assertThat(document.getMap("components.schemas.ParkedRecord.properties")).doesNotContainKey("data");
    }

    /** @return the name of the stream of a new meter */
    private static String installed(String traceparent) {
        RequestSpecification designer = as("designer");
        if (!traceparent.isEmpty()) {
            designer.header("traceparent", traceparent);
        }
        String location = designer.body("{\"place\": \"cellar\", \"kind\": \"WATER\"}").post("/v1/meters").then()
                .statusCode(201).extract().header("Location");
        return "meter-" + location.substring(location.lastIndexOf('/') + 1);
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static List<ConsumerRecord<String, byte[]>> published(String stream, int atLeast) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        Map<String, Object> settings = Map.of("bootstrap.servers", System.getProperty(RealParts.BOOTSTRAP_SERVERS),
                "auto.offset.reset", "earliest");
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings, new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor("concept-events").stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (stream.equals(record.key())) {
                        found.add(record);
                    }
                });
                return found.size() >= atLeast;
            });
        }
        return found;
    }
}
