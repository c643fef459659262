package io.serviceconcept.result;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.eventsourcing.testing.Tokens;
import io.serviceconcept.slices.Organisation;

/** What was counted wrongly is counted anew, and what differs is released again. */
@QuarkusTest
@WithTestResource(RealParts.class)
class ResultRebuildTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @Inject
    AgroalDataSource dataSource;

    private final Organisation city = Organisation.fresh();

    @Test
    void figuresThatWereCountedWronglyAreReleasedAgainAfterARebuild() throws SQLException {
        String indicator = city.satisfaction();
        city.push(city.survey(indicator), Instant.parse("2026-03-10T12:00:00Z"), Organisation.times(12, 8),
                Map.of("location", "North"));
        JsonPath right = city.resultsOf(indicator, "period=MONTH", 12);
        // as if code of the past had added up wrongly
        execute("UPDATE result_cell SET n = 2 * n WHERE organisation = '" + city.name() + "'");
        execute("INSERT INTO result_change (organisation, indicator, day) VALUES ('" + city.name() + "', '" + indicator
                + "', '2026-03-10')");
        JsonPath wrong = await().until(() -> results(indicator),
                json -> json.getLong("items[0].revision") > right.getLong("items[0].revision"));
        assertThat(wrong.getInt("items[0].n")).isEqualTo(24);

        rebuild("response-counts");

        await().atMost(LONG).untilAsserted(() -> {
            JsonPath mended = results(indicator);
            assertThat(mended.getInt("items[0].n")).isEqualTo(12);
            assertThat(mended.getString("items[0].figure")).isEqualTo(right.getString("items[0].figure"));
            assertThat(mended.getLong("items[0].revision")).isEqualTo(wrong.getLong("items[0].revision") + 1);
        });
    }

    @Test
    void everyProjectionOfTheServiceCanBeRebuilt() {
        rebuild("observation-days");
        rebuild("survey-list");
        rebuild("indicator-list");
    }

    private JsonPath results(String indicator) {
        return city.results(indicator, "period=MONTH");
    }

    private void rebuild(String projection) {
        String address = "/v1/operations/measurement/projections/" + projection + "/rebuild";
        operator().post(address).then().statusCode(202);
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(operator().get(address).path("state").toString()).isEqualTo("DONE"));
    }

    private RequestSpecification operator() {
        return given().auth().oauth2(Tokens.of(city.name(), "otto", "operator"));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
