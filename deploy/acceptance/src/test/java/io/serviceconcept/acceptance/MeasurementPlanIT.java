package io.serviceconcept.acceptance;

import static io.serviceconcept.acceptance.OwnSurvey.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.restassured.response.Response;

/** Whatever an adopted edition wants to be measured has a plan, and the plan sees whether it was. */
class MeasurementPlanIT {

    @Test
    void aPlanFollowsFromAnAdoptedEditionWithinFiveSecondsAndSeesTheFirstAnswers() {
        OwnSurvey survey = OwnSurvey.of("Planned");
        String concept = "/v1/concepts/" + created("/v1/concepts", "{\"name\": \"Planned\", \"slug\": \"planned\"}");
        String layer = created(concept + "/layers", "{\"name\": \"Web\", \"approach\": \"SELF_SERVICE\", \"position\": 1}");
        created(concept + "/customer-groups", """
                {"name": "Everybody", "share": 100, "selfReliance": "HIGH", "digitalSkill": "HIGH", "homeLayer": "%s",
                 "contactPreferences": [], "otherLayers": [], "unusableChannels": []}""".formatted(layer));
        String objective = created(concept + "/objectives", """
                {"name": "At least 7", "indicator": "%s", "target": {"comparison": "AT_LEAST", "value": 7, "measure": "FIGURE"},
                 "window": "MONTH", "weight": 1, "owner": "Marit", "dueDate": "%s"}""".formatted(survey.indicator(),
                LocalDate.now().plusYears(1)));
        eventually().untilAsserted(() -> assertThat(Gateway.as("marit").header("If-Match", Gateway.etag("marit", concept))
                .put(concept + "/proposal").statusCode()).isBetween(200, 204));

        Response adopted = Gateway.as("marit").header("If-Match", Gateway.etag("marit", concept))
                .body("{\"inForceFrom\": \"2025-01-01\"}").post(concept + "/editions");
        assertThat(adopted.statusCode()).as(adopted.asString()).isEqualTo(201);

        JsonNode plan = eventually().atMost(Duration.ofSeconds(5)).pollInterval(Duration.ofMillis(100))
                .until(() -> plan(concept, objective), found -> !found.isMissingNode());
        assertThat(plan.path("indicator").asText()).isEqualTo(survey.indicator());
        assertThat(plan.path("owner").asText()).isEqualTo("Marit");
        assertThat(plan.path("neverMeasured").asBoolean()).isTrue();

        survey.push(10, 8, "North");
        eventually().untilAsserted(() -> assertThat(plan(concept, objective).path("neverMeasured").asBoolean()).isFalse());
    }

    private static JsonNode plan(String concept, String objective) {
        for (JsonNode plan : Gateway.get("mila", "/v1/measurement-plans?concept=" + concept.substring("/v1/concepts/".length()))
                .path("items")) {
            if (plan.path("target").asText().equals(objective)) {
                return plan;
            }
        }
        return Gateway.json("{}").path("missing");
    }

    private static String created(String collection, String body) {
        Response response = Gateway.as("dirk").body(body).post(collection);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
        return Gateway.json(response).path("id").asText();
    }
}
