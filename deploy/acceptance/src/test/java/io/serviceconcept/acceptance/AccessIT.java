package io.serviceconcept.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.restassured.http.Method;
import io.restassured.response.Response;
import io.serviceconcept.local.examples.LoadedExample;

/** Who may do what, and that nobody sees another organisation's data. */
class AccessIT {

    @ParameterizedTest
    @CsvSource({ "/v1/concepts", "/v1/journeys", "/v1/requirements", "/v1/indicators", "/v1/surveys" })
    void withoutATokenNothingIsShown(String path) {
        Response response = Gateway.nobody().get(path);

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(response.contentType()).startsWith("application/problem+json");
    }

    @Test
    void aTokenThatWasTamperedWithIsNoToken() {
        Response response = Gateway.nobody().auth().oauth2("eyJhbGciOiJub25lIn0.eyJvcmdhbmlzYXRpb24iOiJtdW5pY2lwYWxpdHkifQ.")
                .get("/v1/concepts");

        assertThat(response.statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
            "mila, POST, /v1/concepts, '{\"name\": \"X\", \"slug\": \"denied\"}'",
            "mila, POST, /v1/journeys, '{}'",
            "mila, POST, /v1/requirements, '{}'",
            "mila, POST, /v1/indicators, '{}'",
            "dirk, POST, /v1/indicators, '{}'",
            "dirk, POST, /v1/surveys, '{}'",
            "dirk, PUT, /v1/concepts/{concept}/proposal, ''",
            "dirk, POST, /v1/concepts/{concept}/editions, '{\"inForceFrom\": \"2026-01-01\"}'",
            "dirk, POST, /v1/surveys/{survey}/responses, '{}'",
            "anna, POST, /v1/concepts, '{\"name\": \"X\", \"slug\": \"denied\"}'",
            "anna, POST, /v1/concepts/{concept}/layers, '{}'",
            "anna, PUT, /v1/concepts/{concept}/proposal, ''",
            "anna, POST, /v1/journeys, '{}'",
            "marit, POST, /v1/surveys/{survey}/responses, '{}'",
            "marit, POST, /v1/observations, '{}'",
            "survey-integration, GET, /v1/concepts, ''",
            "survey-integration, GET, /v1/indicators, ''",
            "survey-integration, GET, /v1/journeys, ''",
            "survey-integration, GET, /v1/requirements, ''",
            "survey-integration, POST, /v1/surveys, '{}'",
            "survey-integration, GET, /v1/concepts/{concept}/document, ''",
            "otto, GET, /v1/concepts, ''",
            "otto, GET, /v1/concepts/{concept}/document, ''",
            "marit, DELETE, /v1/subjects/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA, ''",
            "otto, GET, /v1/indicators, ''",
            "otto, POST, /v1/observations, '{}'"
    })
    void whatARoleMayNotDoIsRefused(String person, Method method, String path, String body) {
        LoadedExample municipality = TestPlatform.municipality();
        String address = path.replace("{concept}", municipality.concept())
                .replace("{survey}", municipality.id("survey", "after-video-call"));

        Response response = Gateway.as(person).body(body).request(method, address);

        assertThat(response.statusCode()).as(response.asString()).isEqualTo(403);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(Gateway.json(Gateway.as("mila").get("/v1/concepts?slug=denied")).path("items")).isEmpty();
    }

    @Test
    void whatIsForAnybodyNeedsNoTokenAndTheRestDoes() {
        String concept = "/v1/public/concepts/gemeente";
        String ofTheMunicipality = concept + "?organisation=municipality";

        assertThat(Gateway.nobody().get(ofTheMunicipality).statusCode()).isEqualTo(200);
        assertThat(Gateway.as("otto").get(ofTheMunicipality).asString())
                .isEqualTo(Gateway.nobody().get(ofTheMunicipality).asString());
        assertThat(Gateway.nobody().get(concept + "?organisation=fashion-for-you").statusCode()).isEqualTo(404);
        assertThat(Gateway.nobody().get("/v1/concepts/" + TestPlatform.municipality().concept() + "/document").statusCode())
                .isEqualTo(401);
    }

    @Test
    void whatBelongsToAnotherOrganisationIsNotThereWhateverIsAskedOfIt() {
        LoadedExample municipality = TestPlatform.municipality();
        String concept = "/v1/concepts/" + municipality.concept();
        String layer = concept + "/layers/" + municipality.id("layer", "informing");
        String need = municipality.id("need", "human");
        String channel = municipality.id("channel", "video-call");
        String journey = "/v1/journeys/" + municipality.id("journey", "income-support");
        String indicator = "/v1/indicators/" + municipality.id("indicator", "satisfaction");
        String survey = "/v1/surveys/" + municipality.id("survey", "after-video-call");
        List<JsonNode> before = everything(municipality);

        SoftAssertions asked = new SoftAssertions();
        Stream.of(concept, concept + "/direction", concept + "/layers", layer, concept + "/customer-groups",
                concept + "/channels", concept + "/channels/" + channel, concept + "/needs",
                concept + "/needs/" + need + "/importance", concept + "/objectives", concept + "/gap-analysis",
                concept + "/document", concept + "/editions", concept + "/editions/1", concept + "/history",
                concept + "/evaluation", journey,
                journey + "/measured", journey + "/history", indicator, indicator + "/results?period=MONTH&dimension=ALL",
                survey)
                .forEach(path -> assertNotFound(asked, Method.GET, path, ""));
        assertNotFound(asked, Method.PUT, concept + "/direction",
                "{\"mission\": \"Taken over\", \"vision\": \"x\", \"values\": [], \"ambition\": \"x\", \"policyChoices\": []}");
        assertNotFound(asked, Method.POST, concept + "/layers",
                "{\"name\": \"Taken\", \"approach\": \"OWN\", \"position\": 9}");
        assertNotFound(asked, Method.PUT, layer, "{\"name\": \"Taken\", \"approach\": \"OWN\", \"position\": 1}");
        assertNotFound(asked, Method.DELETE, layer, "");
        assertNotFound(asked, Method.PUT, concept + "/channels/" + channel + "/status", "{\"status\": \"RETIRED\"}");
        assertNotFound(asked, Method.PUT, concept + "/gap-analysis/fits/" + need + "/" + channel, "{\"fit\": 0}");
        assertNotFound(asked, Method.PUT, concept + "/proposal", "");
        assertNotFound(asked, Method.DELETE, concept + "/proposal", "");
        assertNotFound(asked, Method.POST, concept + "/editions", "{\"inForceFrom\": \"2026-01-01\"}");
        String outline = "{\"concept\": \"" + municipality.concept()
                + "\", \"name\": \"Taken\", \"kind\": \"AS_IS\", \"groups\": [\""
                + municipality.id("customerGroup", "not-digital") + "\"]}";
        String touchpoint = "{\"phase\": \"" + municipality.id("phase", "talk") + "\", \"name\": \"Taken\", \"channel\": \""
                + channel
                + "\", \"needs\": []}";
        assertNotFound(asked, Method.PUT, journey, outline);
        assertNotFound(asked, Method.POST, journey + "/phases", "{\"name\": \"Taken\"}");
        assertNotFound(asked, Method.PUT, journey + "/phases/" + municipality.id("phase", "talk"), "{\"name\": \"Taken\"}");
        assertNotFound(asked, Method.DELETE, journey + "/phases/" + municipality.id("phase", "talk"), "");
        assertNotFound(asked, Method.POST, journey + "/touchpoints", touchpoint);
        assertNotFound(asked, Method.PUT, journey + "/touchpoints/" + municipality.id("touchpoint", "read"), touchpoint);
        assertNotFound(asked, Method.DELETE, journey + "/touchpoints/" + municipality.id("touchpoint", "read"), "");
        assertNotFound(asked, Method.PUT, journey + "/publication", "");
        assertNotFound(asked, Method.POST, survey + "/responses",
                "{\"id\": \"taken\", \"interactionAt\": \"2026-11-01T10:00:00Z\", \"answers\": [{\"question\": \"channel\", \"value\": 1}]}");
        assertNotFound(asked, Method.POST, survey + "/responses/batch", "[]");

        asked.assertAll();
        assertThat(everything(municipality)).isEqualTo(before);
        assertThat(Gateway.json(Gateway.as("fatima").get("/v1/concepts?slug=gemeente")).path("items")).isEmpty();
        assertThat(Gateway.get("fatima", "/v1/surveys").toString()).doesNotContain(municipality.concept());
    }

    private static void assertNotFound(SoftAssertions asked, Method method, String path, String body) {
        Response response = Gateway.as("fatima").header("If-Match", "\"1\"").body(body).request(method, path);

        asked.assertThat(response.statusCode()).as(method + " " + path + " " + response.asString()).isEqualTo(404);
        asked.assertThat(response.asString()).as(method + " " + path)
                .contains("\"https://serviceconcept.io/problems/not-found\"");
    }

    private static List<JsonNode> everything(LoadedExample municipality) {
        String concept = "/v1/concepts/" + municipality.concept();
        return Stream.of(concept, concept + "/direction", concept + "/layers", concept + "/channels",
                concept + "/gap-analysis", concept + "/editions/1", concept + "/evaluation",
                "/v1/journeys/" + municipality.id("journey", "income-support"))
                .map(path -> Gateway.get("mila", path)).toList();
    }
}
