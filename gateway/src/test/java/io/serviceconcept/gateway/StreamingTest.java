package io.serviceconcept.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.http.HttpServerResponse;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class StreamingTest {

    private static final int MEBIBYTE = 1024 * 1024;

    Surroundings surroundings;

    @BeforeEach
    void calm() {
        surroundings.servicesBehaveNormally();
    }

    @Test
    void anEventArrivesWhileTheStreamIsStillOpen() throws Exception {
        CompletableFuture<HttpServerResponse> open = new CompletableFuture<>();
        surroundings.concept.behaves(request -> {
            HttpServerResponse stream = request.response().setChunked(true).putHeader("Content-Type", "text/event-stream");
            stream.write("data: first\n\n").onSuccess(written -> open.complete(stream));
        });

        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> answer = client.send(
                    to("/v1/concepts/1/evaluation/stream").GET().build(), BodyHandlers.ofInputStream());
            try (BufferedReader events = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
                assertThat(answer.headers().firstValue("Content-Type")).contains("text/event-stream");
                assertThat(events.readLine()).isEqualTo("data: first");
                open.get(10, TimeUnit.SECONDS).end("data: second\n\n");
                assertThat(events.readLine()).isEmpty();
                assertThat(events.readLine()).isEqualTo("data: second");
            }
        }
    }

    @Test
    void aStreamMayBeSilentForLongerThanAnAnswerMayTake() throws Exception {
        surroundings.concept.behaves(request -> {
            HttpServerResponse stream = request.response().setChunked(true);
            stream.write("first ");
            surroundings.later(1500, () -> stream.end("second"));
        });

        given().header("Authorization", surroundings.bearer()).get("/v1/concepts").then().statusCode(200)
                .body(equalTo("first second"));
    }

    @Test
    void aCallerThatLeavesIsLeftByTheServiceToo() throws Exception {
        CountDownLatch left = new CountDownLatch(1);
        surroundings.concept.behaves(request -> {
            request.response().closeHandler(closed -> left.countDown());
            request.response().setChunked(true).write("data: first\n\n");
        });

        try (HttpClient client = HttpClient.newHttpClient()) {
            client.send(to("/v1/concepts/1/evaluation/stream").GET().build(), BodyHandlers.ofInputStream()).body().close();
            assertThat(left.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aBodyGoesThroughWhileItIsStillBeingSent() throws Exception {
        CountDownLatch firstPartArrived = new CountDownLatch(1);
        surroundings.measurement.behaves(request -> {
            request.handler(part -> firstPartArrived.countDown());
            request.endHandler(end -> request.response().end());
        });

        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(to("/v1/observations").POST(BodyPublishers.ofInputStream(
                    () -> new InTwoParts(new byte[64 * 1024], firstPartArrived))).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void theLargestBodyIsStillLetThrough() {
        given().header("Authorization", surroundings.bearer()).body(new byte[MEBIBYTE]).post("/v1/observations").then()
                .statusCode(200).body("bytes", equalTo(MEBIBYTE))
                .body("headers.content-length", contains(Integer.toString(MEBIBYTE)));
    }

    @Test
    void aLargerBodyIs413WhenItSaysSo() throws Exception {
        tooLarge(BodyPublishers.ofByteArray(new byte[MEBIBYTE + 1]));
    }

    @Test
    void aLargerBodyIs413WhenItDoesNotSaySo() throws Exception {
        tooLarge(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[3 * MEBIBYTE])));
    }

    @Test
    void aFileToImportMayBeLarger() {
        given().header("Authorization", surroundings.bearer()).body(new byte[3 * MEBIBYTE]).post("/v1/imports").then()
                .statusCode(200).body("bytes", equalTo(3 * MEBIBYTE));
    }

    @Test
    void aCallerThatWaitsToBeToldMaySendItsBody() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(to("/v1/observations").expectContinue(true)
                    .POST(BodyPublishers.ofString("[]")).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"bytes\":2").doesNotContain("\"expect\"");
        }
    }

    @Test
    void overHttp2ABodyNeedsNoLengthEither() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest.Builder concepts = to("/v1/concepts").version(HttpClient.Version.HTTP_2);
            assertThat(client.send(concepts.GET().build(), BodyHandlers.ofString()).version())
                    .isEqualTo(HttpClient.Version.HTTP_2);

            HttpResponse<String> answer = client.send(concepts.POST(BodyPublishers.ofInputStream(
                    () -> new ByteArrayInputStream(new byte[100_000]))).build(), BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"bytes\":100000");
        }
    }

    private void tooLarge(BodyPublisher body) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(to("/v1/observations").POST(body).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(answer.body()).contains("problems/body-too-large").contains("1048576");
        }
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path))
                .version(HttpClient.Version.HTTP_1_1).header("Authorization", surroundings.bearer());
    }

    /** The second part comes only once the first has arrived at the other end. */
    private static final class InTwoParts extends ByteArrayInputStream {

        private final CountDownLatch firstPartArrived;
        private boolean secondPart;

        InTwoParts(byte[] part, CountDownLatch firstPartArrived) {
            super(part);
            this.firstPartArrived = firstPartArrived;
        }

        @Override
        public synchronized int read(byte[] target, int offset, int length) {
            int read = super.read(target, offset, length);
            if (read < 0 && !secondPart) {
                secondPart = true;
                awaitFirstPart();
                reset();
                return super.read(target, offset, length);
            }
            return read;
        }

        private void awaitFirstPart() {
            try {
                if (!firstPartArrived.await(10, TimeUnit.SECONDS)) {
                    throw new UncheckedIOException(new IOException("The first part never arrived"));
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
