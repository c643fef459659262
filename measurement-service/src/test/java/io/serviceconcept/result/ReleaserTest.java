package io.serviceconcept.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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

            await().untilAsserted(() -> assertThat(topics.verdict(city, objective, "MONTH")).isEqualTo("MET"));
            assertThat(city.results(indicator, "period=MONTH").getBoolean("items[0].open")).isFalse();
        }
    }

    @Test
    void releasingAgainChangesNothing() throws SQLException {
        String indicator = city.satisfaction();
        city.push(city.survey(indicator), Instant.parse("2026-03-10T12:00:00Z"), Organisation.times(12, 8),
                Map.of("location", "North"));
        JsonPath before = await().until(() -> city.results(indicator, "period=MONTH"),
                json -> json.getList("items").size() == 1);

        releaser.release();
        outbox.send();

        assertThat(city.results(indicator, "period=MONTH").getLong("items[0].revision"))
                .isEqualTo(before.getLong("items[0].revision"));
    }
}
