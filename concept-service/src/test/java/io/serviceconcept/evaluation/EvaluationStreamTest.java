package io.serviceconcept.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.eventsourcing.testing.Tokens;
import io.serviceconcept.eventsourcing.testing.Topics;
import io.serviceconcept.testing.Api;
import io.serviceconcept.testing.Example;

@QuarkusTest
@WithTestResource(RealParts.class)
@Timeout(60) // a stream that says nothing would be waited for
class EvaluationStreamTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    @TestHTTPResource
    URI service;

    private Example example;

    @BeforeEach
    void anEditionInForce() {
        example = Example.created(Api.designer());
        example.adopted("2026-01-01");
    }

    @Test
    void itIsToldAsItIsAndAgainWhenItHasChanged() throws Exception {
        try (Following following = follow(LONG, "")) {
            JsonPath first = following.next();
            assertThat(first.getString("concept")).isEqualTo(example.id());
            assertThat(first.getString("channels[1].status")).isNotEqualTo("ACTIVE");
            assertThat(first.prettify()).isEqualTo(JsonPath.from(now()).prettify());

            example.activate(example.video());

            assertThat(following.next().getString("channels[1].status")).isEqualTo("ACTIVE");
        }
    }

    @Test
    void whatWasMeasuredIsToldToEveryoneWhoFollows() throws Exception {
        String indicator = UUID.randomUUID().toString();
        measured(indicator, "Satisfaction", 1);
        example.designer().id(example.concept() + "/objectives", """
                {"name": "Satisfied", "indicator": "%s", "target": {"comparison": "AT_LEAST", "value": 7},
                 "window": "MONTH", "dueDate": "2026-12-31", "owner": "Head of service"}""".formatted(indicator));
        example.adopted("2026-02-01");
        try (Following first = follow(LONG, ""); Following second = follow(LONG, "")) {
            assertThat(first.next().getString("objectives[0].indicator.name")).isEqualTo("Satisfaction");
            assertThat(second.next().getString("objectives[0].indicator.name")).isEqualTo("Satisfaction");

            measured(indicator, "Contentment", 2);

            assertThat(first.next().getString("objectives[0].indicator.name")).isEqualTo("Contentment");
            assertThat(second.next().getString("objectives[0].indicator.name")).isEqualTo("Contentment");
            example.activate(example.video());
            assertThat(first.next().getString("channels[1].status")).as("and nothing in between").isEqualTo("ACTIVE");
        }
    }

    private void measured(String indicator, String name, int version) {
        Topics.event("measurement-events", example.designer().organisation(), "indicator-" + indicator, version,
                "measurement.indicator-defined.v1", """
                        {"indicator": "%s", "version": %d, "name": "%s", "unit": "mark", "better": "HIGHER",
                         "audience": "CUSTOMER", "kind": "MEAN", "scale": {"min": 1, "max": 10}, "minimumN": 30}"""
                        .formatted(indicator, version, name));
    }

    @Test
    void whoComesBackHearsOnlyWhatIsAnother() throws Exception {
        String id;
        try (Following following = follow(LONG, "")) {
            following.next();
            id = following.id();
        }
        try (Following following = follow(LONG, id)) {
            example.activate(example.video());

            assertThat(following.next().getString("channels[1].status")).as("not once more what was heard")
                    .isEqualTo("ACTIVE");
        }
        try (Following following = follow(LONG, id)) {
            assertThat(following.next().getString("channels[1].status")).as("changed while nobody listened")
                    .isEqualTo("ACTIVE");
        }
    }

    @Test
    void itEndsWithTheToken() throws Exception {
        Instant begun = Instant.now();
        try (Following following = follow(Duration.ofSeconds(8), "")) {
            following.next();
            following.untilItEnds();
        }
        assertThat(Duration.between(begun, Instant.now())).isLessThan(LONG);
    }

    @Test
    void nothingIsFollowedOfWhatIsNotThere() {
        Api.designer().get(example.concept() + "/evaluation/stream").statusCode(404)
                .contentType("application/problem+json").body("type", endsWith("/not-found"));
        Api other = Api.designer();
        other.get(other.concept() + "/evaluation/stream").statusCode(404).body("type", endsWith("/no-edition-in-force"));
        example.designer().get(example.concept() + "/evaluation/stream?asOf=2026-01-01T00:00:00Z")
                .statusCode(400).body("errors[0].pointer", equalTo("?asOf"));
    }

    private String now() {
        return example.designer().get(example.concept() + "/evaluation").statusCode(200).extract().asString();
    }

    private Following follow(Duration life, String last) throws IOException, InterruptedException {
        Api designer = example.designer();
        return new Following(service.resolve(example.concept() + "/evaluation/stream"),
                Tokens.lasting(life, designer.organisation(), designer.subject(), designer.roles()), last);
    }

    /** A listener, as browsers are. */
    private static final class Following implements AutoCloseable {

        private final HttpClient client = HttpClient.newHttpClient();
        private final Stream<String> lines;
        private final Iterator<String> coming;
        private String id = "";

        Following(URI stream, String token, String last) throws IOException, InterruptedException {
            HttpRequest.Builder request = HttpRequest.newBuilder(stream).header("Authorization", "Bearer " + token)
                    .header("Accept", "text/event-stream");
            HttpResponse<Stream<String>> answer = client
                    .send((last.isEmpty() ? request : request.header("Last-Event-ID", last)).build(), BodyHandlers.ofLines());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("X-Accel-Buffering")).contains("no");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
            lines = answer.body();
            coming = lines.iterator();
        }

        JsonPath next() {
            while (true) {
                String line = coming.next();
                if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("event:")) {
                    assertThat(line.substring(6).strip()).isEqualTo("evaluation");
                } else if (line.startsWith("data:")) {
                    return JsonPath.from(line.substring(5));
                }
            }
        }

        String id() {
            return id;
        }

        void untilItEnds() {
            List<String> rest = Stream.generate(() -> coming).takeWhile(Iterator::hasNext).map(Iterator::next).toList();
            assertThat(rest).noneMatch(line -> line.startsWith("data:"));
        }

        @Override
        public void close() {
            lines.close();
            client.shutdownNow();
        }
    }
}
