package io.serviceconcept.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.slices.Organisation;
import io.serviceconcept.slices.Topics;
import io.serviceconcept.time.MovableClock;

@QuarkusTest
@WithTestResource(RealParts.class)
class ReleaserTest {

    @Inject
    Releaser releaser;

    @Inject
    Outbox outbox;

    @Inject
    MovableClock clock;

    private final Organisation city = Organisation.fresh();

    @AfterEach
    void backToToday() {
        clock.move(Duration.ZERO);
    }

    @Test
    void midnightMakesAVerdictFinalWithoutANewAnswer() throws SQLException {
        String indicator = city.satisfaction();
        String objective = Organisation.id();
        Instant now = Instant.now();
        try (Topics topics = new Topics()) {
            topics.publish(city, "concept-events", "concept-" + city.name(), "concept.edition-adopted.v1", """
                    {"concept": "c", "name": "C", "edition": 1, "inForceFrom": "2026-01-01", "objectives": [
                      {"id": "%s", "name": "o", "indicator": "%s", "window": "MONTH",
                       "target": {"comparison": "AT_LEAST", "value": 7}}]}
                    """.formatted(objective, indicator));
            city.push(city.survey(indicator), now, Organisation.times(40, 8));
            await().untilAsserted(
                    () -> assertThat(topics.verdict(city, objective, "MONTH")).isEqualTo("MET provisional"));

            clock.move(Duration.ofDays(32));

            // a new day concerns every organisation that other tests have made
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(topics.verdict(city, objective, "MONTH")).isEqualTo("MET"));
            assertThat(city.results(indicator, "period=MONTH").getBoolean("items[0].open")).isFalse();
        }
    }

    @Test
    void midnightComesAgainWhenTheClockHasBeenAheadAndWasPutRight() {
        String indicator = city.satisfaction();
        String survey = city.survey(indicator);
        city.push(survey, Instant.now(), Organisation.times(10, 8));
        awaitOpen(indicator, true);
        clock.move(Duration.ofDays(400));
        awaitOpen(indicator, false);
        clock.move(Duration.ZERO);
        city.push(survey, Instant.now(), Organisation.times(10, 8));
        awaitOpen(indicator, true);

        clock.move(Duration.ofDays(32));

        awaitOpen(indicator, false);
    }

    @Test
    void midnightMakesAVerdictFinalAndAnEditionTakeForceWhereItIsMidnight() throws SQLException {
        clock.move(Duration.between(Instant.now(), Instant.parse("2026-02-27T12:00:00Z")));
        try (Topics topics = new Topics()) {
            List<Judged> all = Stream.of("auckland", "amsterdam", "new-york").map(Organisation::new)
                    .map(organisation -> judged(organisation, topics)).toList();
            all.forEach(one -> await().atMost(Duration.ofMinutes(1)).untilAsserted(
                    () -> assertThat(one.verdict(topics)).isEqualTo("MET provisional, and of the edition ahead: ")));

            List<String> midnights = List.of("2026-02-28T11:00:00Z", "2026-02-28T23:00:00Z", "2026-03-01T05:00:00Z");
            for (int i = 0; i < all.size(); i++) {
                Judged awake = all.get(i);
                clock.move(Duration.between(Instant.now(), Instant.parse(midnights.get(i)).plusSeconds(1)));
                await().atMost(Duration.ofMinutes(1)).untilAsserted(
                        () -> assertThat(awake.verdict(topics)).isEqualTo("MET, and of the edition ahead: MET"));
                releaser.release();
                outbox.send();
                all.subList(i + 1, all.size()).forEach(asleep -> assertThat(asleep.verdict(topics))
                        .isEqualTo("MET provisional, and of the edition ahead: "));
            }
        }
    }

    /** The objectives of an edition in force and of one that takes force in March. */
    private record Judged(Organisation organisation, String objective, String later) {

        String verdict(Topics topics) {
            return topics.verdict(organisation, objective, "MONTH") + ", and of the edition ahead: "
                    + topics.verdict(organisation, later, "MONTH");
        }
    }

    private static Judged judged(Organisation organisation, Topics topics) {
        String indicator = organisation.satisfaction();
        Judged judged = new Judged(organisation, Organisation.id(), Organisation.id());
        adopted(topics, organisation, "2026-01-01", indicator, judged.objective());
        adopted(topics, organisation, "2026-03-01", indicator, judged.later());
        organisation.push(organisation.survey(indicator), Instant.parse("2026-02-26T12:00:00Z"), Organisation.times(40, 8));
        return judged;
    }

    private static void adopted(Topics topics, Organisation organisation, String from, String indicator, String objective) {
        String concept = Organisation.id();
        topics.publish(organisation, "concept-events", "concept-" + concept, "concept.edition-adopted.v1", """
                {"concept": "%s", "name": "C", "edition": 1, "inForceFrom": "%s", "objectives": [
                  {"id": "%s", "name": "o", "indicator": "%s", "window": "MONTH",
                   "target": {"comparison": "AT_LEAST", "value": 7}}]}
                """.formatted(concept, from, objective, indicator));
    }

    @Test
    void releasingAgainChangesNothing() throws SQLException {
        String indicator = city.satisfaction();
        city.push(city.survey(indicator), Instant.parse("2026-03-10T12:00:00Z"), Organisation.times(12, 8),
                Map.of("location", "North"));
        JsonPath before = city.resultsOf(indicator, "period=MONTH", 12);

        releaser.release();
        outbox.send();

        assertThat(city.results(indicator, "period=MONTH").getLong("items[0].revision"))
                .isEqualTo(before.getLong("items[0].revision"));
    }

    @Test
    void theFirstAnswersOfAMonthHideNothingOfTheMonthBefore() {
        Instant today = Instant.parse("2026-02-05T12:00:00Z");
        clock.move(Duration.between(Instant.now(), today));
        String indicator = city.satisfaction();
        String survey = city.survey(indicator);
        city.push(survey, Instant.parse("2026-01-14T12:00:00Z"), Organisation.times(30, 8), Map.of("location", "North"));
        awaitCounts(indicator, List.of(30), 30);

        city.push(survey, today.minus(Duration.ofDays(1)), Organisation.times(9, 2), Map.of("location", "North"));
        await().until(() -> city.results(indicator, "period=MONTH").getList("items.state"),
                states -> states.equals(List.of("RELEASED", "HIDDEN")));
        for (String dimension : List.of("ALL", "LOCATION")) {
            for (String period : List.of("QUARTER", "YEAR")) {
                JsonPath longer = city.results(indicator, "dimension=" + dimension + "&period=" + period);
                assertThat(longer.getList("items.n")).as("nor can it be subtracted").isEqualTo(List.of(30));
                assertThat(longer.getInt("items[0].figure")).isEqualTo(8);
            }
        }

        city.push(survey, today.minus(Duration.ofDays(1)), Organisation.times(1, 2), Map.of("location", "North"));
        awaitCounts(indicator, List.of(30, 10), 40);
    }

    @Test
    void aFigureOfAClosedPeriodThatBecomesAnotherIsToldBesideWhatItWas() {
        String indicator = city.satisfaction();
        String survey = city.survey(indicator);
        Instant march = Instant.parse("2026-03-10T12:00:00Z");
        city.push(survey, march, Organisation.times(10, 8));
        city.push(survey, march, Organisation.times(10, 8));
        await().until(() -> city.results(indicator, "period=MONTH").getList("items.n"), List.of(20)::equals);
        assertThat(city.results(indicator, "period=MONTH").getMap("items[0]")).as("nobody was told before")
                .doesNotContainKey("corrected");

        clock.move(Duration.ofHours(2));
        city.push(survey, march, Organisation.times(5, 3));
        await().until(() -> city.results(indicator, "period=MONTH").getList("items.n"), List.of(25)::equals);
        city.push(survey, march, Organisation.times(5, 3));
        JsonPath months = city.resultsOf(indicator, "period=MONTH", 30);

        assertThat(months.getInt("items[0].corrected.n")).isEqualTo(20);
        assertThat(months.getInt("items[0].corrected.figure")).isEqualTo(8);
        try (Topics topics = new Topics()) {
            await().untilAsserted(() -> {
                JsonNode corrected = topics.heard(city, "measurement.result-corrected.v1")
                        .filter(data -> data.at("/period/kind").asText().equals("MONTH")
                                && data.at("/slice/dimension").asText().equals("ALL"))
                        .max(Comparator.comparingLong(data -> data.path("revision").asLong()))
                        .orElse(MissingNode.getInstance());
                assertThat(corrected.at("/from/n").asInt()).isEqualTo(20);
                assertThat(corrected.at("/to/n").asInt()).isEqualTo(30);
                assertThat(corrected.path("revision").asLong()).isEqualTo(months.getLong("items[0].revision"));
            });
        }
    }

    private void awaitOpen(String indicator, boolean open) {
        await().atMost(Duration.ofMinutes(1)).until(
                () -> city.results(indicator, "period=MONTH").getList("items.open"), List.of(open)::equals);
    }

    private void awaitCounts(String indicator, List<Integer> months, int year) {
        await().untilAsserted(() -> {
            assertThat(city.results(indicator, "period=MONTH").getList("items.n")).isEqualTo(months);
            assertThat(city.results(indicator, "period=QUARTER").getList("items.n")).isEqualTo(List.of(year));
            assertThat(city.results(indicator, "period=YEAR").getList("items.n")).isEqualTo(List.of(year));
        });
    }
}
