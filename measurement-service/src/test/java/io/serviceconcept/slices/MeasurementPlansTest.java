package io.serviceconcept.slices;

import static io.serviceconcept.slices.Organisation.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.time.MovableClock;

/** What an edition expects to be measured, and whether it came. */
@QuarkusTest
@WithTestResource(RealParts.class)
class MeasurementPlansTest {

    private static final String PLANS = "/v1/measurement-plans";

    @Inject
    MovableClock clock;

    private final Organisation city = Organisation.fresh();
    private final String concept = Organisation.id();
    private final String objective = Organisation.id();
    private final String promise = Organisation.id();
    private Topics topics = new Topics();

    @BeforeEach
    void listen() {
        topics.close();
        topics = new Topics();
    }

    @AfterEach
    void backToToday() {
        clock.move(Duration.ZERO);
        topics.close();
    }

    private void adopt(int edition, String indicator) {
        adopt(edition, indicator, Instant.now());
    }

    private void adopt(int edition, String indicator, Instant at) {
        adopt(edition, indicator, indicator, at);
    }

    private void adopt(int edition, String indicator, String promised, Instant at) {
        adopt(edition, indicator, promised, LocalDate.of(2026, 1, 1), at);
    }

    private void adopt(int edition, String indicator, String promised, LocalDate inForceFrom, Instant at) {
        topics.publish(city, "concept-events", "concept-" + concept + "-" + edition, "concept.edition-adopted.v1", """
                {"concept": "%s", "name": "Concept", "edition": %d, "inForceFrom": "%s",
                 "objectives": [{"id": "%s", "name": "At least 7", "indicator": "%s", "window": "MONTH", "owner": "Marit",
                   "target": {"comparison": "AT_LEAST", "value": 7}, "dueDate": "2026-12-31"}],
                 "serviceLevels": [{"id": "%s", "name": "Kept", "promise": "p", "indicator": "%s",
                   "norm": {"comparison": "AT_LEAST", "value": 6}, "window": "QUARTER"}]}
                """.formatted(concept, edition, inForceFrom, objective, indicator, promise, promised), at);
    }

    private JsonPath plans() {
        return city.as("viewer").get(PLANS + "?concept=" + concept).then().statusCode(200).extract().jsonPath();
    }

    private String plan() {
        return await().until(() -> plans().getString("items.find { it.target == '" + objective + "' }.id"),
                id -> id != null);
    }

    @Test
    void aPlanFollowsFromEachTargetOfAnEdition() {
        String indicator = city.satisfaction();
        adopt(1, indicator);

        JsonPath plans = await().until(this::plans, json -> json.getList("items").size() == 2);

        JsonPath ofObjective = plans.setRootPath("items.find { it.target == '" + objective + "' }");
        assertThat(ofObjective.getString("window")).isEqualTo("MONTH");
        assertThat(ofObjective.getString("owner")).isEqualTo("Marit");
        assertThat(ofObjective.getString("indicator")).isEqualTo(indicator);
        assertThat(ofObjective.getString("state")).isEqualTo("EXPECTED");
        assertThat(ofObjective.getBoolean("neverMeasured")).isTrue();
        assertThat(plans.setRootPath("").getList("items.target")).contains(promise);
        assertThat(city.as("viewer").get(PLANS + "?concept=" + concept + "&edition=2").jsonPath().getList("items")).isEmpty();
        city.as("viewer").get(PLANS + "?edition=2").then().statusCode(400);
        Organisation.fresh().as("viewer").get(PLANS).then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void plansAreFoundByTheirIndicator() {
        String indicator = city.satisfaction();
        String promised = city.satisfaction();
        adopt(1, indicator, promised, Instant.now());
        await().until(() -> plans().getList("items").size() == 2);

        assertThat(targets("?indicator=" + indicator)).containsExactly(objective);
        assertThat(targets("?indicator=" + promised.toUpperCase(Locale.ROOT))).containsExactly(promise);
        assertThat(targets("?indicator=" + promised + "&concept=" + concept + "&edition=1")).containsExactly(promise);
        assertThat(targets("?indicator=" + Organisation.id())).isEmpty();
        Organisation.fresh().as("viewer").get(PLANS + "?indicator=" + indicator).then().body("items", hasSize(0));
    }

    private List<String> targets(String query) {
        return city.as("viewer").get(PLANS + query).then().statusCode(200).extract().path("items.target");
    }

    @Test
    void whatPeopleTellStaysOverTheEditions() {
        String indicator = city.satisfaction();
        String survey = city.survey(indicator);
        adopt(1, indicator);
        String plan = PLANS + "/" + plan();
        String tag = city.as("analyst").get(plan).then().statusCode(200).extract().header("ETag");
        String told = """
                {"source": "SURVEY", "survey": "%s", "question": "mark", "owner": "Anna", "dueDays": 5}""".formatted(survey);

        city.as("analyst").body(told).put(plan).then().statusCode(428);
        city.as("viewer").body(told).header("If-Match", tag).put(plan).then().statusCode(403);
        Response completed = city.as("analyst").body(told).header("If-Match", tag).put(plan);

        completed.then().statusCode(200).body("completion.source", is("SURVEY")).body("completion.frequency", is("MONTH"))
                .body("owner", is("Anna"));
        assertThat(completed.header("ETag")).isNotEqualTo(tag);
        city.as("analyst").body(told).header("If-Match", tag).put(plan).then().statusCode(412);
        adopt(2, indicator);
        await().untilAsserted(() -> city.as("viewer").get(plan).then().body("edition", is(2)).body("owner", is("Anna")));
        city.as("viewer").get(plan + "/history").then().statusCode(200).body("items", hasSize(1))
                .body("items[0].event", is("measurement.plan-completed.v1")).body("items[0].who", notNullValue());
    }

    @Test
    void aSourceThatCannotBeIsRefused() {
        String indicator = city.satisfaction();
        String other = city.survey(city.satisfaction());
        adopt(1, indicator);
        String plan = PLANS + "/" + plan();
        String tag = city.as("analyst").get(plan).header("ETag");

        city.as("analyst").header("If-Match", tag).body("""
                {"source": "SURVEY", "feed": "doors", "frequency": "YEAR"}""").put(plan).then().statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/survey", "/question", "/feed", "/frequency"));
        city.as("analyst").header("If-Match", tag).body("""
                {"source": "SURVEY", "survey": "%s", "question": "mark"}""".formatted(Organisation.id())).put(plan).then()
                .statusCode(409).body("errors.pointer", containsInAnyOrder("/survey"));
        city.as("analyst").header("If-Match", tag).body("""
                {"source": "SURVEY", "survey": "%s", "question": "mark"}""".formatted(other)).put(plan).then()
                .statusCode(409).body("errors.pointer", containsInAnyOrder("/question"));
        city.as("analyst").get(PLANS + "/" + Organisation.id()).then().statusCode(404);
        city.as("analyst").get(PLANS + "/none").then().statusCode(404);
    }

    @Test
    void aFigureThatDidNotComeIsOverdueUntilItComes() {
        String indicator = city.satisfaction();
        String survey = city.survey(indicator);
        adopt(1, indicator);
        String plan = plan();

        LocalDate today = LocalDate.now(ZoneId.of("Europe/Amsterdam"));
        clock.move(Duration.ofDays(ChronoUnit.DAYS.between(today, today.plusMonths(1).withDayOfMonth(21))));

        await().atMost(Duration.ofSeconds(20)).untilAsserted(
                () -> assertThat(topics.heard(city, "measurement.measurement-overdue.v1")
                        .filter(data -> data.path("objective").asText().equals(objective))).hasSize(1));
        await().untilAsserted(() -> assertThat(topics.verdict(city, objective, "MONTH")).isEqualTo("OVERDUE"));
        city.as("viewer").get(PLANS + "/" + plan).then().body("state", is("OVERDUE"));
        city.push(survey, Instant.now(), times(40, 8));
        await().untilAsserted(() -> assertThat(topics.verdict(city, objective, "MONTH")).isEqualTo("MET"));
        city.as("viewer").get(PLANS + "/" + plan).then().body("state", is("MEASURED"));
    }

    @Test
    void anAnswerOfThisMonthDoesNotMakeUpForTheMonthBefore() {
        String indicator = city.satisfaction();
        String survey = city.survey(indicator);
        LocalDate due = LocalDate.now(ZoneId.of("Europe/Amsterdam")).minusDays(15);
        YearMonth missing = YearMonth.from(due.plusDays(1)).minusMonths(1);
        city.push(survey, missing.plusMonths(1).atDay(1).atTime(12, 0).toInstant(ZoneOffset.UTC), times(1, 8));
        await().until(() -> city.results(indicator, "period=MONTH").getList("items").size() == 1);

        adopt(1, indicator, Instant.now().minus(60, ChronoUnit.DAYS));
        String plan = plan();

        await().atMost(Duration.ofSeconds(20)).untilAsserted(
                () -> assertThat(topics.heard(city, "measurement.measurement-overdue.v1")
                        .filter(data -> data.path("objective").asText().equals(objective))).hasSize(1));
        city.as("viewer").get(PLANS + "/" + plan).then().body("state", is("OVERDUE"));
    }

    @Test
    void aMonthThatEndedBeforeTheNextEditionIsStillWaitedFor() {
        LocalDate next = LocalDate.now(ZoneId.of("Europe/Amsterdam")).withDayOfMonth(1).plusMonths(1);

        succeed(next, next.withDayOfMonth(21));

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(late(next.minusMonths(1))).containsExactly(1));
        await().untilAsserted(() -> assertThat(topics.verdict(city, objective, "MONTH")).isEqualTo("OVERDUE"));
    }

    @Test
    void aMonthInWhichTheEditionChangesIsWaitedForByTheNext() {
        LocalDate middle = LocalDate.now(ZoneId.of("Europe/Amsterdam")).withDayOfMonth(15);

        succeed(middle, middle.plusMonths(1).withDayOfMonth(21));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(late(middle.withDayOfMonth(1))).containsExactly(2));
    }

    /** A second edition takes force on a day, and it becomes another one while nothing is measured. */
    private void succeed(LocalDate inForceFrom, LocalDate today) {
        String indicator = city.satisfaction();
        clock.move(Duration.ofDays(ChronoUnit.DAYS.between(LocalDate.now(ZoneId.of("Europe/Amsterdam")), today)));
        adopt(1, indicator, indicator, inForceFrom.minusYears(1).withDayOfMonth(1), Instant.now());
        adopt(2, indicator, indicator, inForceFrom, Instant.now());
    }

    /** The editions that were told to miss a measurement of the objective in the month. */
    private List<Integer> late(LocalDate from) {
        return topics.heard(city, "measurement.measurement-overdue.v1")
                .filter(data -> data.path("objective").asText().equals(objective)
                        && data.at("/period/from").asText().equals(from.toString()))
                .map(data -> data.path("edition").asInt()).toList();
    }
}
