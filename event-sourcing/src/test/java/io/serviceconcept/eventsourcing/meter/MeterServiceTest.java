package io.serviceconcept.eventsourcing.meter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.flywaydb.core.Flyway;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.serviceconcept.eventsourcing.Append;
import io.serviceconcept.eventsourcing.AppendOutcome;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.Sender;
import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.eventsourcing.internal.CheckedSender;
import io.serviceconcept.eventsourcing.testing.Readings;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.eventsourcing.testing.Tokens;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;

@QuarkusTest
@WithTestResource(RealParts.class)
class MeterServiceTest {

    @Inject
    EventStore store;

    @Inject
    Sender sender;

    @Inject
    Flyway flyway;

    private static final String METER = """
            {"place": "cellar", "kind": "WATER"}""";

    private static RequestSpecification as(String organisation, String... roles) {
        return given().auth().oauth2(Tokens.of(organisation, "dirk", roles)).contentType(ContentType.JSON);
    }

    private static RequestSpecification designer() {
        return as("city", "designer", "viewer");
    }

    private static ValidatableResponse post(String body) {
        return designer().body(body).post("/v1/meters").then();
    }

    private static String install() {
        return post(METER).statusCode(201).extract().header("Location");
    }

    @Test
    void aProblemIsToldInTheLanguageOfTheCaller() {
        designer().header("Accept-Language", "nl, en;q=0.5").body("{\"kind\": \"WATER\", \"colour\": 1}")
                .post("/v1/meters").then().statusCode(400)
                .header("Content-Language", equalTo("nl")).header("Vary", equalTo("Accept-Language"))
                .body("type", equalTo("https://serviceconcept.io/problems/invalid-input"))
                .body("title", equalTo("Ongeldige invoer"))
                .body("detail", equalTo("Er zijn 2 dingen mis met dit verzoek."))
                .body("errors.message", containsInAnyOrder("is geen bekend veld", "is verplicht"));
        given().header("Accept-Language", "nl").get("/v1/meters/none").then().statusCode(401)
                .body("title", equalTo("Niet aangemeld"));
        designer().get("/v1/meters/none").then().statusCode(404).header("Content-Language", equalTo("en"))
                .body("title", equalTo("Not found"));
    }

    @Test
    void whatIsCreatedHasAnAddressAndAVersion() {
        Response created = designer().body(METER).post("/v1/meters");

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.header("ETag")).isEqualTo("\"1\"");
        assertThat(created.header("Location")).startsWith("/v1/meters/");
        assertThat(created.header("API-Version")).isEqualTo("1.0.0");
        assertThat(created.header("Cache-Control")).isEqualTo("no-store");
        assertThat(created.header("X-Content-Type-Options")).isEqualTo("nosniff");
        designer().get(created.header("Location")).then().statusCode(200).body("place", equalTo("cellar"));
    }

    @Test
    void aTokenThatWasBelievedIsRefusedOnceItIsExpired() {
        String meter = install();
        String token = Tokens.lasting(Duration.ofSeconds(5), "city", "dirk", "viewer");
        given().auth().oauth2(token).get(meter).then().statusCode(200);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> given().auth().oauth2(token).get(meter).then().statusCode(401));
    }

    @Test
    void everyViolationIsNamedWithItsPointer() {
        post("""
                {"place": " ", "colour": "red", "share": 120.5, "since": "yesterday",
                 "parts": [{"name": "a", "size": 9, "x": 1}, {"size": 1}]}""").statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("https://serviceconcept.io/problems/invalid-input"))
                .body("instance", equalTo("/v1/meters"))
                .body("errors.pointer", containsInAnyOrder("/place", "/colour", "/share", "/since", "/kind",
                        "/parts/0/size", "/parts/0/x", "/parts/1/name"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '|', value = {
            "{\"place\": ;is not JSON",
            "{\"place\":\"a\",\"kind\":\"WATER\"} {};is not JSON",
            "{\"place\":\"a\",\"place\":\"b\",\"kind\":\"WATER\"};occurs twice",
            "{\"place\":\"a\\u0000\",\"kind\":\"WATER\"};NUL",
            "{\"place\":\"\\ud800\",\"kind\":\"WATER\"};half a character",
            "{\"place\":\"a\",\"kind\":\"WATER\",\"\\u0000\":1};a name that holds a NUL",
            "{\"place\":\"a\",\"kind\":\"WATER\",\"\\udc00\":{\"\\u0000\":1,\"\\u0000\":2}};occurs twice",
            "{\"place\":\"a\",\"kind\":\"WATER\",\"share\":1e999999999};places",
            "[];object", "null;object", "{\"place\":5,\"kind\":\"WATER\"};string",
            "{\"place\":\"a\",\"kind\":\"GAS\"};enum" })
    void whatALenientReaderLetsPassIsRefused(String body, String message) {
        post(body).statusCode(400).body("errors.message", hasItem(containsString(message)));
    }

    @Test
    void aNameThatCannotBeStoredIsToldAsOneThatCan() {
        post("{\"place\":\"a\",\"kind\":\"WATER\",\"b\\u0000\\ud800c\":1}").statusCode(400)
                .body("errors.pointer", contains("/b\uFFFD\uFFFDc"));
        post("{\"b\\u0000c\":1,\"b\\u0000c\":1}").statusCode(400).body("errors.pointer", contains("/b\uFFFDc"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32LE", "ISO-8859-1" })
    void aBodyIsUtf8(String encoding) {
        byte[] body = "{\"place\":\"caf\u00e9\",\"kind\":\"WATER\"}".getBytes(Charset.forName(encoding));

        designer().config(RestAssured.config().encoderConfig(
                EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false))).body(body)
                .post("/v1/meters").then().statusCode(400).body("errors.message", contains(startsWith("is not UTF-8")));
    }

    @Test
    void anEmptyBodyIsRefused() {
        designer().post("/v1/meters").then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void aChangeNamesTheVersionItBuildsOn() {
        String meter = install();

        designer().body("{\"value\": 5}").put(meter + "/reading").then().statusCode(428);
        designer().header("If-Match", "5").body("{\"value\": 5}").put(meter + "/reading").then().statusCode(400);
        designer().header("If-Match", "\"1\"").body("{\"value\": 5}").put(meter + "/reading").then().statusCode(200)
                .header("ETag", "\"2\"").body("lastValue", equalTo(5));
        designer().header("If-Match", "\"1\"").body("{\"value\": 6}").put(meter + "/reading").then().statusCode(412)
                .header("ETag", "\"2\"");
        designer().get(meter).then().body("lastValue", equalTo(5));
    }

    @Test
    void aBrokenRuleHasAStableType() {
        String meter = install();
        designer().header("If-Match", "\"1\"").body("{\"value\": 5}").put(meter + "/reading").then().statusCode(200);

        designer().header("If-Match", "\"2\"").body("{\"value\": 4}").put(meter + "/reading").then().statusCode(409)
                .body("type", equalTo("https://serviceconcept.io/problems/runs-backwards"));
    }

    @Test
    void whatIsKnownAlreadyIsNotSentAgain() {
        String meter = install();

        designer().header("If-None-Match", "\"1\"").get(meter).then().statusCode(304).body(equalTo(""));
        designer().header("If-None-Match", "\"9\"").get(meter).then().statusCode(200);
    }

    @Test
    void theSameRequestAgainIsAnsweredTheSame() {
        String key = UUID.randomUUID().toString();
        Response first = designer().header("Idempotency-Key", key).body(METER).post("/v1/meters");
        Response again = designer().header("Idempotency-Key", key).body(METER).post("/v1/meters");
        Response other = designer().header("Idempotency-Key", key).body(METER.replace("cellar", "attic")).post("/v1/meters");

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.path("type").toString()).endsWith("/idempotency-key-reused");
    }

    @Test
    void everyEndpointSaysWhoMayCall() {
        String meter = install();

        given().get(meter).then().statusCode(401).header("WWW-Authenticate", startsWith("Bearer"))
                .contentType("application/problem+json");
        given().auth().oauth2("not.a.token").get(meter).then().statusCode(401).contentType("application/problem+json");
        as("city", "analyst").get(meter).then().statusCode(403).contentType("application/problem+json");
        designer().get("/v1/meters/forgotten").then().statusCode(403);
        as("other-city", "designer").get(meter).then().statusCode(404);
    }

    @Test
    void aTokenWithoutAnOrganisationActsForNobody() {
        as("Two Cities", "designer").body(METER).post("/v1/meters").then().statusCode(403)
                .body("type", containsString("no-organisation"));
    }

    @Test
    void nothingOfTheInsideIsTold() {
        designer().get("/v1/meters/broken").then().statusCode(500).contentType("application/problem+json")
                .body(not(containsString("secret"))).body(not(containsString("Exception")));
    }

    @Test
    void onlyWhatMayPassIsToBeTriedAgain() {
        designer().get("/v1/meters/refused/57P03").then().statusCode(503).header("Retry-After", "1");
        designer().get("/v1/meters/refused/42P01").then().statusCode(500).body(not(containsString("secret")));
        designer().get("/v1/meters/refused/22021").then().statusCode(400);
    }

    @Test
    void anAnswerSaysWhereInATraceItWasMade() {
        String trace = "0af7651916cd43dd8448eb211c80319c";
        designer().header("traceparent", "00-" + trace + "-b7ad6b7169203331-01").get("/v1/meters").then()
                .header("traceparent", matchesPattern("00-" + trace + "-[0-9a-f]{16}-01"))
                .header("traceparent", not(containsString("b7ad6b7169203331")));
        given().get("/v1/meters").then().statusCode(401)
                .header("traceparent", matchesPattern("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]"));
    }

    @Test
    void anAppendWithinATransactionIsRefused() {
        StreamId meter = StreamId.of("city", "meter", UUID.randomUUID().toString());

        QuarkusTransaction.requiringNew().run(() -> {
            for (int append = 1; append <= 2; append++) {
                assertThatIllegalStateException()
                        .isThrownBy(() -> store.append(Append.to(Readings.context(), meter, 0, Readings.reads(1))))
                        .withMessageContaining("refused inside another");
            }
            assertThatIllegalStateException().isThrownBy(() -> store.create(Readings.context(),
                    List.of(new EventStore.Creation(meter, Readings.reads(1).getFirst()))));
        });
        assertThat(store.read(meter, 0)).isEmpty();
        assertThat(store.append(Append.to(Readings.context(), meter, 0, Readings.reads(1))))
                .isInstanceOf(AppendOutcome.Appended.class);
    }

    @Test
    void migrationsHoldTheirLockOutsideOfATransaction() {
        assertThat(flyway.getConfiguration().getConfigurationExtension(PostgreSQLConfigurationExtension.class)
                .isTransactionalLock()).isFalse();
    }

    /** A service's states leave by the bean, its events by the relay. */
    @Test
    void whatAServiceSendsItselfIsCheckedLikeWhatTheRelaySends() {
        assertThat(sender).isInstanceOf(CheckedSender.class);
    }

    @Test
    void whatDoesNotExistIsAProblemToo() {
        designer().get("/v1/nothing").then().statusCode(404).contentType("application/problem+json");
        designer().delete("/v1/meters").then().statusCode(405).contentType("application/problem+json");
        given().auth().oauth2(Tokens.of("city", "dirk", "designer")).contentType("text/plain").body("x")
                .post("/v1/meters").then().statusCode(415).contentType("application/problem+json");
    }

    @Test
    void aListIsReadPageByPage() {
        Response first = designer().queryParam("limit", 3).get("/v1/meters");
        String link = first.header("Link");
        String next = link.substring(link.indexOf('<') + 1, link.indexOf('>'));
        Response second = designer().urlEncodingEnabled(false).get(next);

        assertThat(first.jsonPath().getList("items", Integer.class)).containsExactly(1, 2, 3);
        assertThat(second.jsonPath().getList("items", Integer.class)).containsExactly(4, 5, 6);
        designer().queryParam("limit", 7).get("/v1/meters").then().statusCode(200).header("Link", equalTo(null));
        designer().queryParam("limit", "many").get("/v1/meters").then().statusCode(400);
        designer().queryParam("limit", 201).get("/v1/meters").then().statusCode(400);
        designer().queryParam("cursor", "Zm9yZ2Vk").get("/v1/meters").then().statusCode(400);
    }

    @Test
    void theContractSaysWhatIsChecked() {
        given().get("/q/openapi?format=json").then().statusCode(200).body("openapi", startsWith("3.1"))
                .body("components.schemas.NewMeter.additionalProperties", equalTo(false))
                .body("components.schemas.MeterView.additionalProperties", equalTo(null))
                .body("paths.'/v1/meters'.post.responses.'400'.content", not(equalTo(null)));
    }

    private List<String> reasons(String meter) {
        return store.read(new StreamId("city", "meter-" + meter.substring("/v1/meters/".length())), 0).stream()
                .map(recorded -> String.valueOf(recorded.metadata().reason())).toList();
    }

    @Test
    void whyAMeterWasChangedIsKeptWithWhatHappened() {
        String meter = designer().header("Change-Reason", " A cellar is dry ").body(METER).post("/v1/meters")
                .header("Location");
        designer().header("Change-Reason", "Nieuwe huurder: caf%C3%A9").header("If-Match", "\"1\"").body("{\"value\": 7}")
                .put(meter + "/reading").then().statusCode(200);
        designer().header("If-Match", "\"2\"").body("{\"value\": 8}").put(meter + "/reading").then().statusCode(200);

        assertThat(reasons(meter)).containsExactly("A cellar is dry", "Nieuwe huurder: café", "null");
    }

    @Test
    void theSameRequestIsTheSameWhyeverItIsSent() {
        String key = UUID.randomUUID().toString();
        String meter = designer().header("Idempotency-Key", key).header("Change-Reason", "Once").body(METER)
                .post("/v1/meters").header("Location");

        designer().header("Idempotency-Key", key).header("Change-Reason", "Twice").body(METER).post("/v1/meters").then()
                .statusCode(201).header("Location", equalTo(meter));

        assertThat(reasons(meter)).containsExactly("Once");
    }

    /** As the gateway sends it. */
    @Test
    void theLongestReasonComesOverHttp2Too() throws Exception {
        String most = "\uD83D\uDE00".repeat(1_000);
        Vertx vertx = Vertx.vertx();
        try {
            HttpClient client = vertx.createHttpClient(
                    new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_2).setHttp2ClearTextUpgrade(false));

            String meter = client.request(HttpMethod.POST, RestAssured.port, "localhost", "/v1/meters")
                    .compose(request -> request.putHeader("Authorization", "Bearer " + Tokens.of("city", "dirk", "designer"))
                            .putHeader("Content-Type", "application/json")
                            .putHeader("Change-Reason", URLEncoder.encode(most, StandardCharsets.UTF_8)).send(METER))
                    .map(answer -> answer.getHeader("Location")).toCompletionStage().toCompletableFuture()
                    .get(20, TimeUnit.SECONDS);

            assertThat(reasons(meter)).containsExactly(most);
        } finally {
            vertx.close();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "100 % | Change-Reason is percent-encoded UTF-8; a percent sign is %25 | Change-Reason is UTF-8 met procentcodering; een procentteken is %25",
            "%20 | Change-Reason has 1-1,000 characters | Change-Reason heeft 1-1.000 tekens",
            "a%0Ab | Change-Reason has no control characters | Change-Reason heeft geen stuurtekens" })
    void aReasonThatCannotBeReadIsRefused(String reason, String english, String dutch) {
        designer().header("Change-Reason", reason).body(METER).post("/v1/meters").then().statusCode(400)
                .body("type", equalTo("https://serviceconcept.io/problems/invalid-input"))
                .body("errors.message", contains(english));
        designer().header("Change-Reason", reason).header("Accept-Language", "nl").body(METER).post("/v1/meters").then()
                .statusCode(400).body("errors.message", contains(dutch));
    }

    @Test
    void theDescriptionSaysWhereAReasonCanBeGiven() {
        String parameters = "paths.'/v1/meters%s'.%s.parameters.name";

        designer().get("/q/openapi?format=json").then()
                .body(parameters.formatted("", "post"), hasItem("Change-Reason"))
                .body(parameters.formatted("/{id}/reading", "put"), hasItem("Change-Reason"))
                .body(parameters.formatted("/{id}", "get"), not(hasItem("Change-Reason")));
    }
}
