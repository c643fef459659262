package io.serviceconcept.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class RoutingTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    Surroundings surroundings;

    @BeforeEach
    void calm() {
        surroundings.servicesBehaveNormally();
    }

    @ParameterizedTest
    @CsvSource({ "/v1/concepts/1/needs, concept", "/v1/journeys, journey", "/v1/observations, measurement",
            "/v1/operations/journey/lag, journey" })
    void aPathGoesToItsServiceUnchanged(String path, String service) {
        asking().get(path + "?limit=2&cursor=a%2Fb").then().statusCode(200)
                .body("service", equalTo(service))
                .body("uri", equalTo(path + "?limit=2&cursor=a%2Fb"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/v1", "/v1/concepts/", "/v1/nothing", "/v1/public/journeys/x", "/q/openapi",
            "/q/dev-ui", "/webjars/swagger-ui/index.html", "/docs/other.js" })
    void whatIsNotThereIs404AndNeverARedirect(String path) {
        asking().redirects().follow(false).get(path).then().statusCode(404).contentType("application/problem+json")
                .body("type", equalTo("https://serviceconcept.io/problems/not-found"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "nl | nl | Niet gevonden", "en;q=0.5, nl-NL | nl | Niet gevonden",
            "fr, *;q=0.1 | en | Not found", "nl;q=0 | en | Not found", "?? | en | Not found" })
    void aProblemIsToldInTheLanguageOfTheCaller(String accepted, String language, String title) {
        asking().header("Accept-Language", accepted).get("/v1/nothing").then().statusCode(404)
                .header("Content-Language", equalTo(language)).header("Vary", equalTo("Accept-Language"))
                .body("title", equalTo(title)).body("type", equalTo("https://serviceconcept.io/problems/not-found"));
    }

    @Test
    void aProblemOfForwardingIsToldInTheLanguageOfTheCaller() {
        surroundings.concept.behaves(request -> request.connection().close());
        asking().header("Accept-Language", "nl").get("/v1/concepts").then().statusCode(503)
                .header("Content-Language", equalTo("nl")).body("title", equalTo("Dienst niet beschikbaar"));
    }

    @Test
    void whatIsPublicNeedsNoTokenAndMayBeReadFromAnySite() {
        given().get("/v1/public/concepts/our-service?organisation=somewhere").then().statusCode(200)
                .header("Access-Control-Allow-Origin", "*").header("RateLimit-Policy", startsWith("\"address\""))
                .body("service", equalTo("concept"))
                .body("uri", equalTo("/v1/public/concepts/our-service?organisation=somewhere"))
                .body("headers.authorization", nullValue());
        surroundings.concept.behaves(request -> request.response().setStatusCode(404).putHeader(
                "Access-Control-Allow-Origin", "https://elsewhere.example").putHeader("Cache-Control", "max-age=1").end());
        given().get("/v1/public/concepts/none").then().statusCode(404).header("Access-Control-Allow-Origin", "*")
                .header("Cache-Control", "max-age=1");
    }

    @Test
    void whatIsSignedNeedsNoTokenAndHasAQuotaAndABoundOfItsOwn() {
        given().header("webhook-signature", "v1,x").body("{}").post("/v1/webhooks/7f").then().statusCode(200)
                .header("RateLimit-Policy", startsWith("\"webhook\";q=6000"))
                .header("Access-Control-Allow-Origin", nullValue()).body("service", equalTo("measurement"))
                .body("headers.webhook-signature", contains("v1,x"));
        given().body(new byte[(1 << 20) + 1]).post("/v1/webhooks/7f").then().statusCode(413);
        given().get("/v1/webhook-subscriptions").then().statusCode(401);
    }

    @Test
    void aPageOfAnySiteMayAnswerAnInvitation() {
        given().header("Origin", "https://city.example").header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type").options("/v1/public/surveys/AbC-1").then()
                .statusCode(204).header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Allow-Methods", containsString("POST"))
                .header("Access-Control-Allow-Headers", equalTo("Content-Type"));
        given().contentType("application/json").body("{\"answers\": []}").post("/v1/public/surveys/AbC-1").then()
                .statusCode(200).header("Access-Control-Allow-Origin", "*").body("service", equalTo("measurement"))
                .body("method", equalTo("POST")).body("uri", equalTo("/v1/public/surveys/AbC-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "PUT", "POST", "PATCH", "DELETE", "GET" })
    void everyMethodOfTheApiGoesThrough(String method) {
        asking().request(method, "/v1/concepts").then().statusCode(200).body("method", equalTo(method));
    }

    @Test
    void callersThatHangUpDoNotHarmOthers() throws Exception {
        asking().get("/v1/concepts").then().statusCode(200);
        String authorization = surroundings.bearer();
        Callable<Long> caller = () -> IntStream.range(0, 250).filter(i -> hangingUp(authorization) != 200).count();
        try (ExecutorService callers = Executors.newFixedThreadPool(4)) {
            long harmed = 0;
            for (Future<Long> answered : callers.invokeAll(Collections.nCopies(4, caller))) {
                harmed += answered.get();
            }
            assertThat(harmed).isZero();
        }
    }

    /** A new connection for every request, closed by the caller as soon as it has the answer. */
    private static int hangingUp(String authorization) {
        try {
            HttpURLConnection connection = (HttpURLConnection) URI.create(RestAssured.baseURI + ":" + RestAssured.port
                    + "/v1/concepts").toURL().openConnection();
            connection.setRequestProperty("Authorization", authorization);
            connection.setRequestProperty("Connection", "close");
            int status = connection.getResponseCode();
            connection.disconnect();
            return status;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatTheCallerHasAlreadyIsAnsweredWithoutABody() {
        surroundings.concept.behaves(request -> request.response().setStatusCode(304).putHeader("ETag", "\"1\"").end());

        asking().get("/v1/concepts").then().statusCode(304)
                .header("Transfer-Encoding", nullValue()).header("Content-Length", nullValue());
    }

    @Test
    void otherMethodsAre405() {
        asking().request("TRACE", "/v1/concepts").then().statusCode(405).contentType("application/problem+json")
                .header("Allow", "DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT");
        given().post("/v1/openapi.json").then().statusCode(405).header("Allow", "GET, HEAD")
                .body("type", equalTo("https://serviceconcept.io/problems/method-not-allowed"));
        given().post("/q/health").then().statusCode(405);
    }

    @Test
    void whatIsRoutedByIsWhatIsSentOn() {
        asking().get("/v1/journeys/../concepts//%31").then().statusCode(200)
                .body("service", equalTo("concept")).body("uri", equalTo("/v1/concepts/1"));
        asking().get("/v1/journeys/%2e%2e/concepts").then().body("service", equalTo("concept"))
                .body("uri", equalTo("/v1/concepts"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/v1/concepts/..%2Fjourneys", "/v1/concepts/%5C", "/v1/concepts/%00" })
    void aPathThatCanBeReadInTwoWaysIs400(String path) throws IOException {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("content-type: application/problem+json")
                .contains("problems/malformed-request").containsIgnoringCase("x-frame-options: DENY");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/v1/concepts/%zz", "/v1/concepts?name={name}" })
    void whatIsNoUriIs400(String uri) throws IOException {
        assertThat(raw("GET " + uri + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ");
    }

    @Test
    void aRequestWithoutAHostIs400() throws IOException {
        assertThat(raw("GET /v1/concepts HTTP/1.1\r\nConnection: close\r\n\r\n")).startsWith("HTTP/1.1 400 ")
                .contains("problems/malformed-request");
    }

    @Test
    void whereABodyEndsIsNeverInDoubt() throws IOException {
        String head = "POST /v1/concepts HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: "
                + surroundings.bearer() + "\r\n";

        assertThat(raw(head + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n")).startsWith("HTTP/1.1 400 ")
                .contains("problems/malformed-request");
        assertThat(raw(head + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{} ")).startsWith("HTTP/1.1 400 ");
        assertThat(raw(head + "Content-Length: 50\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ");
    }

    @Test
    void everyAnswerHasTheSameHeadersAndNoneTwice() {
        completeHeaders(asking().get("/v1/concepts").then().statusCode(200));
        completeHeaders(given().get("/v1/concepts").then().statusCode(401));
        completeHeaders(given().get("/nothing").then().statusCode(404));
        completeHeaders(given().get("/q/health/ready").then().statusCode(200));
    }

    @Test
    void aServicesOwnHeadersStandAndAreNotDoubled() {
        surroundings.concept.behaves(request -> request.response().putHeader("API-Version", "1.2.0")
                .putHeader("Cache-Control", "private, max-age=5").putHeader("X-Frame-Options", "DENY")
                .putHeader("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'")
                .putHeader("ETag", "\"7\"").putHeader("Server", "stub/1")
                .setStatusCode(304).end());

        ValidatableResponse answer = asking().get("/v1/concepts").then().statusCode(304)
                .header("API-Version", "1.2.0").header("Cache-Control", "private, max-age=5")
                .header("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'")
                .header("ETag", "\"7\"").header("Server", nullValue());
        assertThat(answer.extract().headers().getValues("X-Frame-Options")).hasSize(1);
        assertThat(answer.extract().headers().getValues("API-Version")).hasSize(1);
    }

    @Test
    void aServicesProblemPassesThrough() {
        surroundings.concept.behaves(request -> request.response().setStatusCode(412)
                .putHeader("Content-Type", "application/problem+json").end("{\"status\": 412}"));

        asking().put("/v1/concepts/1").then().statusCode(412).contentType("application/problem+json")
                .body("status", equalTo(412));
    }

    @Test
    void whatACallerSaysOfItsOriginIsNotBelieved() {
        asking().header("X-Forwarded-For", "6.6.6.6").header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Prefix", "/evil").header("Forwarded", "for=6.6.6.6").header("X-Real-IP", "6.6.6.6")
                .header("X_Forwarded_For", "6.6.6.6").header("any_thing", "x").header("X-Internal-User", "root")
                .header("X-HTTP-Method-Override", "DELETE").header("Prefer", "kept").header("Change-Reason", "caf%C3%A9")
                .get("/v1/concepts").then().statusCode(200)
                .body("headers.x-forwarded-for", contains("127.0.0.1"))
                .body("headers.x-forwarded-proto", contains("http"))
                .body("headers.x-forwarded-host", contains("127.0.0.1:" + RestAssured.port))
                .body("authority", equalTo(surroundings.concept.url().substring("http://".length())))
                .body("headers.x-forwarded-prefix", nullValue()).body("headers.forwarded", nullValue())
                .body("headers.x-real-ip", nullValue()).body("headers.x_forwarded_for", nullValue())
                .body("headers.any_thing", nullValue()).body("headers.x-internal-user", nullValue())
                .body("headers.x-http-method-override", nullValue()).body("headers.prefer", contains("kept"))
                .body("headers.change-reason", contains("caf%C3%A9"));
    }

    @Test
    void hopByHopHeadersStayBehind() throws IOException {
        String answer = raw(
                "GET /v1/concepts HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nConnection: x-mine, x-yours\r\nX-Mine: 1\r\n"
                        + "TE: trailers\r\nProxy-Authorization: Basic eA==\r\nKeep-Alive: 5\r\nX-Other: 2\r\n"
                        + "Authorization: " + surroundings.bearer() + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200 ").contains("\"x-other\"").doesNotContain("\"x-mine\"")
                .doesNotContain("\"te\"").doesNotContain("\"proxy-authorization\"").doesNotContain("\"keep-alive\"");
    }

    @Test
    void aTraceGoesOnAndTheProblemNamesIt() {
        asking().header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01").get("/v1/concepts").then()
                .body("headers.traceparent", hasSize(1))
                .body("headers.traceparent[0]", startsWith("00-" + TRACE + "-"));
        given().header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01").get("/v1/concepts").then()
                .body("traceId", equalTo(TRACE));
    }

    @Test
    void aTraceStartsHereWhenThereIsNoneOrNoValidOne() {
        asking().get("/v1/concepts").then().body("headers.traceparent", hasSize(1));
        asking().header("traceparent", "nonsense").get("/v1/concepts").then()
                .body("headers.traceparent", hasSize(1)).body("headers.traceparent[0]", startsWith("00-"));
    }

    private RequestSpecification asking() {
        return given().urlEncodingEnabled(false).header("Authorization", surroundings.bearer());
    }

    private static void completeHeaders(ValidatableResponse answer) {
        answer.header("API-Version", "1.0.0").header("Cache-Control", startsWith("no-store"))
                .header("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "frame-ancestors 'none'")
                .header("X-Frame-Options", "DENY").header("Server", nullValue());
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
