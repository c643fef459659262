package io.serviceconcept.slices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.serviceconcept.eventsourcing.testing.RealParts;

/** One organisation is in Amsterdam because nothing else was told of it, the others have a time zone of their own. */
@QuarkusTest
@WithTestResource(RealParts.class)
class TimeZonesTest {

    @ParameterizedTest
    @CsvSource({ "amsterdam, 2026-03-01T02:00:00Z, 2026-03, 2026-03-01", "new-york, 2026-03-01T02:00:00Z, 2026-02, 2026-02-28",
            "auckland, 2026-03-01T02:00:00Z, 2026-03, 2026-03-01", "amsterdam, 2026-02-28T12:00:00Z, 2026-02, 2026-02-28",
            "auckland, 2026-02-28T12:00:00Z, 2026-03, 2026-03-01" })
    void anAnswerCountsOnTheDayThatItWasWhereTheOrganisationIs(String organisation, Instant interaction, String month,
            String day) {
        Organisation city = new Organisation(organisation);
        String indicator = city.satisfaction();
        String survey = city.survey(indicator);
        city.push(survey, interaction, Organisation.times(12, 8));

        await().untilAsserted(() -> assertThat(city.results(indicator, "period=MONTH").getList("items.period.label"))
                .isEqualTo(List.of(month)));
        assertThat(city.results(indicator, "period=DAY").getList("items.period.from")).isEqualTo(List.of(day));
        city.as("analyst").body("{\"from\": \"%s\", \"to\": \"%s\", \"offered\": 24}".formatted(day, day))
                .post("/v1/surveys/" + survey + "/volumes").then().statusCode(201);
        await().untilAsserted(() -> city.as("viewer").get("/v1/surveys/" + survey + "/response-rates?period=DAY").then()
                .body("items.period", contains(day)).body("items.answered", contains(12)));
    }

    @ParameterizedTest
    @CsvSource({ "where-days-begin, 201", "where-days-end, 400" })
    void whatIsObservedTodayIsOfTomorrowElsewhere(String organisation, int status) {
        Organisation city = new Organisation(organisation);
        String indicator = city.visitors();
        // 26 hours lie between them, so that it is never the same day
        LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneOffset.ofHours(14));

        city.as("integration").body("""
                {"source": "counter", "key": "%s", "indicator": "%s", "from": "%s", "to": "%s", "value": 7,
                 "location": "North"}""".formatted(Organisation.id(), indicator, today, today)).post("/v1/observations").then()
                .statusCode(status);
    }
}
