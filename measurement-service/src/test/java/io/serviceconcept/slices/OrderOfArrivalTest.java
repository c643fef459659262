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
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
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
    private static final List<String> OF_SOME = List.of("ALL", "CHANNEL", "LAYER", "EDITION", "NEED_CHANNEL");
    private static final List<String> PERIODS = List.of("DAY", "WEEK", "MONTH", "QUARTER", "YEAR");
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Organisation orderly = Organisation.fresh();
    private final Organisation upsideDown = Organisation.fresh();

    /** What an organisation measures with. */
    private record Measured(Organisation organisation, String survey, String marks, String recommends, String effort,
            String solved, String minutes, String visitors, String paid) {

        List<String> counted() {
            return List.of(minutes, visitors, paid);
        }
    }

    /**
     * What figures of an indicator are by a recount.
     *
     * @param tolerance of percentiles: those of times are by buckets; null where there are none
     * @param isCensus whether nothing is said of how many there are
     */
    private record Expected(Function<Measured, String> indicator, List<String> dimensions, Map<String, Recounted> places,
            Function<Recounted, BigDecimal> figure, @Nullable Double tolerance, boolean isCensus) {
    }

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 77, 20260310 })
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

        for (Expected expected : List.of(
                new Expected(Measured::marks, OF_RESPONSES, raw.recount(), Recounted::mean, 0.0, false),
                new Expected(Measured::recommends, OF_SOME, raw.recount(answer -> decimal(answer.recommends())),
                        Recounted::netPromoters, null, false),
                new Expected(Measured::effort, OF_SOME, raw.recount(answer -> decimal(answer.ease())), Recounted::mean, 0.0,
                        false),
                new Expected(Measured::solved, OF_SOME, raw.recount(answer -> yes(answer.solved())), Recounted::share, null,
                        false),
                new Expected(Measured::minutes, OF_OBSERVATIONS, raw.recountTimes(), Recounted::mean, 0.011, false),
                new Expected(Measured::visitors, OF_OBSERVATIONS, raw.recountTimes(), Recounted::total, null, true),
                new Expected(Measured::paid, OF_OBSERVATIONS, raw.recountTimes(), Recounted::total, null, true))) {
            await().atMost(LONG).untilAsserted(() -> {
                assertThat(figures(first, expected)).isEqualTo(figures(second, expected));
                isRecounted(second, expected);
            });
        }
    }

    private static @Nullable BigDecimal decimal(@Nullable Integer value) {
        return value == null ? null : BigDecimal.valueOf(value);
    }

    private static @Nullable BigDecimal yes(@Nullable Boolean value) {
        return value == null ? null : value ? BigDecimal.ONE : BigDecimal.ZERO;
    }

    /** Ten changes are shown together, whichever ten they are; before that none is. */
    @Test
    void inStepsTheFigureIsThatOfAllAnswersWhenTheStepIsFull() {
        Random random = new Random(10);
        RawAnswers raw = RawAnswers.random(random, 40, 0);
        List<Map<String, Object>> answers = raw.answers().stream()
                .map(answer -> Map.<String, Object> of("id", answer.id(), "interactionAt", "2026-03-10T12:00:00Z", "location",
                        "North", "answers", List.of(Map.of("question", "mark", "value", answer.mark()))))
                .toList();
        List<Map<String, Object>> shuffled = new ArrayList<>(answers);
        Collections.shuffle(shuffled, random);

        String first = orderly.satisfaction();
        String survey = inSteps(orderly, first);
        for (int i = 0; i < 40; i += 10) {
            push(orderly, survey, answers.subList(i, i + 10));
            shown(orderly, first, i + 10);
        }
        String second = upsideDown.satisfaction();
        String other = inSteps(upsideDown, second);
        for (int i = 0; i < 40; i += 10) {
            push(upsideDown, other, shuffled.subList(i, i + 10));
            shown(upsideDown, second, i + 10);
        }
        for (Map<String, Object> answer : shuffled.subList(5, 15)) {
            upsideDown.as("integration").header("If-Match", "\"1\"")
                    .delete("/v1/surveys/" + other + "/responses/" + answer.get("id")).then().statusCode(204);
        }
        shown(upsideDown, second, 30);
        push(upsideDown, other, shuffled.subList(5, 15));
        shown(upsideDown, second, 40);

        Map<String, Recounted> marks = Map.of("MONTH", new Recounted(raw.answers().stream()
                .map(answer -> BigDecimal.valueOf(answer.mark())).toList()));
        await().atMost(LONG).untilAsserted(() -> {
            for (String dimension : OF_RESPONSES) {
                for (String period : List.of("MONTH", "QUARTER", "YEAR")) {
                    assertThat(withoutRevisions(all(upsideDown, second, period, dimension))).as(period + " " + dimension)
                            .isEqualTo(withoutRevisions(all(orderly, first, period, dimension)));
                }
            }
            Map<String, Object> month = all(upsideDown, second, "MONTH", "ALL").getFirst();
            assertThat(number(month.get("figure"))).isEqualByComparingTo(marks.get("MONTH").mean());
            assertThat(number(((Map<?, ?>) ((Map<?, ?>) month.get("percentiles")).get("p50")).get("value")))
                    .isEqualByComparingTo(marks.get("MONTH").percentile(50));
        });
    }

    private static String inSteps(Organisation organisation, String indicator) {
        return organisation.as("analyst").body("""
                {"name": "s", "concept": "%s", "inUseFrom": "2025-01-01T00:00:00Z", "releaseStep": 10, "questions": [
                  {"id": "mark", "text": {"nl": "Welk cijfer?"}, "scale": {"min": 1, "max": 10}, "indicators": ["%s"]}]}
                """.formatted(Organisation.id(), indicator)).post("/v1/surveys").then().statusCode(201).extract().path("id");
    }

    private static void push(Organisation organisation, String survey, List<Map<String, Object>> answers) {
        List<Integer> statuses = organisation.as("integration").body(answers)
                .post("/v1/surveys/" + survey + "/responses/batch").then().statusCode(207).extract().path("items.status");
        assertThat(statuses).containsOnly(201);
    }

    private static void shown(Organisation organisation, String indicator, int n) {
        for (String period : List.of("MONTH", "QUARTER", "YEAR")) {
            await().atMost(LONG).until(() -> organisation.results(indicator, "period=" + period).getList("items.n"),
                    List.of(n)::equals);
        }
    }

    private static List<Map<String, Object>> withoutRevisions(List<Map<String, Object>> items) {
        return items.stream().map(OrderOfArrivalTest::withoutRevision).toList();
    }

    private static Map<String, Object> withoutRevision(Map<String, Object> item) {
        Map<String, Object> shown = new HashMap<>(item);
        shown.remove("revision");
        return shown;
    }

    private static Measured measured(Organisation organisation, RawAnswers raw) {
        String marks = organisation.satisfaction();
        String recommends = define(organisation, "NPS");
        String effort = define(organisation, "CES");
        String solved = define(organisation, "SHARE");
        String survey = organisation.as("analyst").body("""
                {"name": "s", "concept": "%s", "inUseFrom": "2025-01-01T00:00:00Z", "questions": [
                  {"id": "mark", "text": {"nl": "Welk cijfer?"}, "scale": {"min": 1, "max": 10}, "indicators": ["%s"]},
                  {"id": "heard", "text": {"nl": "Gehoord?"}, "scale": {"min": 1, "max": 10}, "indicators": ["%s"],
                   "need": "%s"},
                  {"id": "recommends", "type": "NPS", "text": {"nl": "Aanraden?"}, "indicators": ["%s"]},
                  {"id": "ease", "text": {"nl": "Hoe makkelijk?"}, "scale": {"min": 1, "max": 7}, "indicators": ["%s"]},
                  {"id": "solved", "type": "YES_NO", "text": {"nl": "Opgelost?"}, "indicators": ["%s"]}]}
                """.formatted(raw.concept(), marks, marks, raw.askedNeed(), recommends, effort, solved)).post("/v1/surveys")
                .then().statusCode(201)
                .extract().path("id");
        return new Measured(organisation, survey, marks, recommends, effort, solved, define(organisation, "DURATION"),
                define(organisation, "COUNT"), define(organisation, "SUM"));
    }

    private static String define(Organisation organisation, String kind) {
        return organisation.define("""
                {"name": "%s", "unit": "u", "better": "HIGHER", "audience": "CUSTOMER", "kind": "%s"}"""
                .formatted(kind, kind));
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
        importFile(where, "OBSERVATIONS", bodies(where, times.subList(30, 90)).stream()
                .map(OrderOfArrivalTest::json).toList());
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
                .body(bodies(where, times)).post("/v1/observations").then()
                .statusCode(207).extract().path("items.status");
        assertThat(statuses).isSubsetOf(200, 201);
    }

    private static List<Map<String, Object>> bodies(Measured where, List<Timed> times) {
        return times.stream().flatMap(timed -> where.counted().stream().map(timed::body)).toList();
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
    private static Map<String, Map<String, Object>> figures(Measured where, Expected expected) {
        Organisation organisation = where.organisation();
        String indicator = expected.indicator().apply(where);
        Set<String> places = expected.places().keySet();
        Map<String, Map<String, Object>> figures = new TreeMap<>();
        for (String dimension : expected.dimensions()) {
            for (String period : PERIODS) {
                for (Map<String, Object> item : all(organisation, indicator, period, dimension)) {
                    Map<?, ?> slice = (Map<?, ?>) item.get("slice");
                    String place = period + " " + ((Map<?, ?>) item.get("period")).get("from") + " " + dimension + " "
                            + (slice.get("key") == null ? "" : slice.get("key"));
                    Map<String, Object> shown = withoutRevision(item);
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

    private static void isRecounted(Measured where, Expected expected) {
        Map<String, Map<String, Object>> shown = figures(where, expected);
        Set<String> places = expected.places().keySet().stream()
                .filter(place -> expected.dimensions().contains(place.split(" ", -1)[2])).collect(Collectors.toSet());
        assertThat(shown.keySet()).isEqualTo(places);
        Set<String> seen = places.stream().filter(place -> shown.get(place).containsKey("figure")).collect(Collectors.toSet());
        assertThat(seen).as("enough to compare").hasSizeGreaterThan(places.size() / 6);
        for (String place : seen) {
            Recounted recounted = expected.places().get(place);
            Map<String, Object> item = shown.get(place);
            assertThat(number(item.get("figure"))).as(place).isEqualByComparingTo(expected.figure().apply(recounted));
            if (!expected.isCensus()) {
                assertThat(number(item.get("n"))).as(place).isEqualByComparingTo(BigDecimal.valueOf(recounted.n()));
            }
            if (item.get("share") instanceof Map<?, ?> share) {
                assertThat(number(share.get("value"))).as(place).isEqualByComparingTo(recounted.easy());
            }
            Double tolerance = expected.tolerance();
            if (tolerance != null) {
                percentilesAre(recounted, (Map<?, ?>) item.get("percentiles"), tolerance, place);
            }
        }
    }

    private static void percentilesAre(Recounted recounted, Map<?, ?> percentiles, double tolerance, String place) {
        for (int percent : new int[] { 50, 90, 95 }) {
            double exact = recounted.percentile(percent).doubleValue();
            Object told = ((Map<?, ?>) percentiles.get("p" + percent)).get("value");
            assertThat(number(told).doubleValue()).as(place + " p" + percent).isCloseTo(exact,
                    within(tolerance * exact + 1e-6));
        }
    }

    private static BigDecimal number(Object json) {
        return new BigDecimal(String.valueOf(json));
    }
}
