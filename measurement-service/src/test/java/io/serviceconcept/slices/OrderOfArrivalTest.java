package io.serviceconcept.slices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.specification.RequestSpecification;
import io.serviceconcept.eventsourcing.EventTypes;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.eventsourcing.testing.Tokens;
import io.serviceconcept.slices.RawAnswers.Answered;
import io.serviceconcept.slices.RawAnswers.Recounted;
import io.serviceconcept.slices.RawAnswers.Timed;

/**
 * One organisation knows everything beforehand and is told every answer once, in order. Another is told the same in whatever
 * order, one by one, in batches and files, again and again, taken back and sent again, while it does not know its editions
 * and journeys yet. Both see the same figures, and those are a recount of the raw answers.
 */
@QuarkusTest
@WithTestResource(RealParts.class)
class OrderOfArrivalTest {

    private static final RestAssuredConfig AS_IT_IS = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false));
    private static final List<String> OF_RESPONSES = List.of("ALL", "CHANNEL", "LAYER", "GROUP", "TOUCHPOINT", "JOURNEY",
            "SERVICE", "NEED", "LOCATION", "DEPARTMENT", "EDITION", "PILOT", "NEED_CHANNEL", "NEED_GROUP");
    private static final List<String> OF_OBSERVATIONS = List.of("ALL", "CHANNEL", "LAYER", "GROUP", "LOCATION", "EDITION");
    private static final List<String> PERIODS = List.of("DAY", "MONTH", "QUARTER", "YEAR");
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Organisation orderly = Organisation.fresh();
    private final Organisation upsideDown = Organisation.fresh();

    /** What an organisation measures with. */
    private record Measured(Organisation organisation, String marks, String survey, String minutes) {
    }

    @ParameterizedTest
    @ValueSource(longs = { 1, 20260310 })
    void whateverTheOrderTheFiguresAreThoseOfTheRawAnswers(long seed) {
        Random random = new Random(seed);
        RawAnswers raw = RawAnswers.random(random, 720, 90);
        Measured first = measured(orderly, raw);
        Measured second = measured(upsideDown, raw);
        try (Topics topics = new Topics()) {
            know(topics, first, raw);
            pushInOrder(first, raw);
            pushUpsideDown(topics, second, raw, random);
        }

        Map<String, Recounted> expected = new TreeMap<>(raw.recount());
        await().atMost(LONG).untilAsserted(() -> {
            assertThat(figures(first.organisation(), first.marks(), OF_RESPONSES, expected.keySet()))
                    .isEqualTo(figures(second.organisation(), second.marks(), OF_RESPONSES, expected.keySet()));
            isRecounted(second.organisation(), second.marks(), OF_RESPONSES, expected, 0);
        });
        Map<String, Recounted> times = raw.recountTimes();
        await().atMost(LONG).untilAsserted(() -> {
            assertThat(figures(first.organisation(), first.minutes(), OF_OBSERVATIONS, times.keySet()))
                    .isEqualTo(figures(second.organisation(), second.minutes(), OF_OBSERVATIONS, times.keySet()));
            isRecounted(second.organisation(), second.minutes(), OF_OBSERVATIONS, times, 0.011);
        });
    }

    private static Measured measured(Organisation organisation, RawAnswers raw) {
        String marks = organisation.satisfaction();
        String survey = organisation.as("analyst").body("""
                {"name": "s", "concept": "%s", "inUseFrom": "2025-01-01T00:00:00Z", "questions": [
                  {"id": "mark", "text": {"nl": "Welk cijfer?"}, "scale": {"min": 1, "max": 10}, "indicators": ["%s"]},
                  {"id": "heard", "text": {"nl": "Gehoord?"}, "scale": {"min": 1, "max": 10}, "indicators": ["%s"],
                   "need": "%s"}]}
                """.formatted(raw.concept(), marks, marks, raw.askedNeed())).post("/v1/surveys").then().statusCode(201)
                .extract().path("id");
        return new Measured(organisation, marks, survey, organisation.define("""
                {"name": "Minutes", "unit": "minutes", "better": "LOWER", "audience": "CUSTOMER", "kind": "DURATION"}"""));
    }

    private static void know(Topics topics, Measured where, RawAnswers raw) {
        raw.journeys().forEach(journey -> topics.publish(where.organisation(), "journey-events",
                "journey-" + journey.get("journey"), "journey.published.v1", json(journey)));
        editions(topics, where, raw);
    }

    private static void editions(Topics topics, Measured where, RawAnswers raw) {
        raw.editions().forEach(edition -> topics.publish(where.organisation(), "concept-events",
                "concept-" + raw.concept() + edition.get("edition"), "concept.edition-adopted.v1", json(edition)));
    }

    private static void pushInOrder(Measured where, RawAnswers raw) {
        List<Answered> answers = new ArrayList<>(raw.answers());
        answers.sort((one, other) -> one.at().compareTo(other.at()));
        batch(where, answers);
        observe(where, raw.times());
    }

    private void pushUpsideDown(Topics topics, Measured where, RawAnswers raw, Random random) {
        List<Answered> answers = new ArrayList<>(raw.answers());
        Collections.shuffle(answers, random);
        List<Timed> times = new ArrayList<>(raw.times());
        Collections.shuffle(times, random);
        answers.subList(0, 30).forEach(answer -> one(where, answer));
        observe(where, times.subList(0, 45));
        batch(where, answers.subList(20, 200));
        List<Map<String, Object>> journeys = raw.journeys();
        topics.publish(where.organisation(), "journey-events", "journey-" + journeys.getFirst().get("journey"),
                "journey.published.v1", json(journeys.getFirst()));
        importFile(where, "RESPONSES&survey=" + where.survey(), answers.subList(150, 600).stream()
                .map(answer -> json(answer.body())).toList());
        editions(topics, where, raw);
        answers.subList(0, 25).forEach(answer -> takeBackAndSendAgain(where, answer));
        importFile(where, "OBSERVATIONS", times.subList(30, 90).stream().map(timed -> json(timed.body(where.minutes())))
                .toList());
        batch(where, answers.subList(560, answers.size()));
        journeys.stream().skip(1).forEach(journey -> topics.publish(where.organisation(), "journey-events",
                "journey-" + journey.get("journey"), "journey.published.v1", json(journey)));
        Collections.shuffle(answers, random);
        batch(where, answers.subList(0, 90));
        observe(where, times);
    }

    private static String address(Measured where) {
        return "/v1/surveys/" + where.survey() + "/responses";
    }

    private static void one(Measured where, Answered answer) {
        where.organisation().as("integration").body(answer.body()).post(address(where)).then().statusCode(201);
    }

    private static void takeBackAndSendAgain(Measured where, Answered answer) {
        where.organisation().as("integration").header("If-Match", "\"1\"").delete(address(where) + "/" + answer.id()).then()
                .statusCode(204);
        one(where, answer);
    }

    private static void batch(Measured where, List<Answered> answers) {
        List<Integer> statuses = where.organisation().as("integration").body(answers.stream().map(Answered::body).toList())
                .post(address(where) + "/batch").then().statusCode(207).extract().path("items.status");
        assertThat(statuses).isSubsetOf(200, 201);
    }

    private static void observe(Measured where, List<Timed> times) {
        List<Integer> statuses = where.organisation().as("integration")
                .body(times.stream().map(timed -> timed.body(where.minutes())).toList()).post("/v1/observations").then()
                .statusCode(207).extract().path("items.status");
        assertThat(statuses).isSubsetOf(200, 201);
    }

    private static void importFile(Measured where, String of, List<String> lines) {
        String location = sender(where).body(String.join("\n", lines).getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?of=" + of).then().statusCode(202).extract().header("Location");
        await().atMost(LONG).until(() -> sender(where).get(location).then().extract().<String> path("state"), "DONE"::equals);
        assertThat(sender(where).get(location).then().extract().jsonPath().getInt("counts.invalid")).isZero();
    }

    private static RequestSpecification sender(Measured where) {
        return RestAssured.given().config(AS_IT_IS)
                .auth().oauth2(Tokens.of(where.organisation().name(), "tool", "integration"))
                .contentType("application/x-ndjson");
    }

    private static String json(Object value) {
        try {
            return EventTypes.json().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** All that is shown of some places, but how often it was released before; what came down to nothing is not told. */
    private static Map<String, Map<String, Object>> figures(Organisation organisation, String indicator,
            List<String> dimensions, Set<String> places) {
        Map<String, Map<String, Object>> figures = new TreeMap<>();
        for (String dimension : dimensions) {
            for (String period : PERIODS) {
                for (Map<String, Object> item : all(organisation, indicator, period, dimension)) {
                    Map<?, ?> slice = (Map<?, ?>) item.get("slice");
                    String place = period + " " + ((Map<?, ?>) item.get("period")).get("from") + " " + dimension + " "
                            + (slice.get("key") == null ? "" : slice.get("key"));
                    Map<String, Object> shown = new HashMap<>(item);
                    shown.keySet().removeAll(Set.of("revision"));
                    if (places.contains(place)) {
                        figures.put(place, shown);
                    } else {
                        assertThat(shown.get("state")).as(place).isEqualTo("HIDDEN");
                    }
                }
            }
        }
        return figures;
    }

    private static List<Map<String, Object>> all(Organisation organisation, String indicator, String period,
            String dimension) {
        List<Map<String, Object>> items = new ArrayList<>();
        String next = "/v1/indicators/" + indicator + "/results?limit=200&period=" + period + "&dimension=" + dimension;
        while (!next.isEmpty()) {
            var page = organisation.as("viewer").urlEncodingEnabled(false).get(next);
            page.then().statusCode(200);
            items.addAll(read(page.asString()).items());
            String link = page.header("Link");
            next = link == null ? "" : link.substring(link.indexOf('<') + 1, link.indexOf('>'));
        }
        return items;
    }

    /** A page, with numbers to the last decimal. */
    private record Shown(List<Map<String, Object>> items) {
    }

    private static Shown read(String json) {
        try {
            return EventTypes.json().readerFor(Shown.class).with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .readValue(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** @param tolerance of percentiles: those of times are by buckets */
    private static void isRecounted(Organisation organisation, String indicator, List<String> dimensions,
            Map<String, Recounted> expected, double tolerance) {
        Map<String, Map<String, Object>> shown = figures(organisation, indicator, dimensions, expected.keySet());
        assertThat(shown.keySet()).isEqualTo(expected.keySet());
        Set<String> seen = shown.keySet().stream().filter(place -> "RELEASED".equals(shown.get(place).get("state")))
                .collect(Collectors.toSet());
        assertThat(seen).as("enough to compare").hasSizeGreaterThan(expected.size() / 6);
        for (String place : seen) {
            Recounted recounted = expected.get(place);
            Map<String, Object> item = shown.get(place);
            assertThat(number(item.get("n"))).as(place).isEqualByComparingTo(BigDecimal.valueOf(recounted.n()));
            assertThat(number(item.get("figure"))).as(place).isEqualByComparingTo(recounted.mean());
            Map<?, ?> percentiles = (Map<?, ?>) item.get("percentiles");
            for (int percent : new int[] { 50, 90, 95 }) {
                double exact = recounted.percentile(percent).doubleValue();
                Object told = ((Map<?, ?>) percentiles.get("p" + percent)).get("value");
                assertThat(number(told).doubleValue()).as(place + " p" + percent).isCloseTo(exact,
                        within(tolerance * exact + 1e-6));
            }
        }
    }

    private static BigDecimal number(Object json) {
        return new BigDecimal(String.valueOf(json));
    }
}
