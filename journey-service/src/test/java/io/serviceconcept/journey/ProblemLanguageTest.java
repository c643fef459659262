package io.serviceconcept.journey;

import static io.serviceconcept.testing.Api.as;
import static io.serviceconcept.testing.Api.createJourney;
import static io.serviceconcept.testing.Api.etag;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.testing.Api;
import io.serviceconcept.testing.Concept;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
class ProblemLanguageTest {

    @Test
    void aBrokenRuleIsToldInDutch() {
        Concept concept = Concept.drafted(Api.MUNICIPALITY);
        String journey = createJourney(concept);
        String phase = Api.addPhase(journey, "Orientation");
        Api.addTouchpoint(journey, Api.touchpoint(phase, "Website", concept.video));

        as("designer").header("Accept-Language", "nl").header("If-Match", etag(journey))
                .delete("/v1/journeys/" + journey + "/phases/" + phase).then().statusCode(409)
                .header("Content-Language", equalTo("nl")).body("type", endsWith("/phase-not-empty"))
                .body("title", equalTo("De fase heeft nog contactmomenten"))
                .body("detail", equalTo("Verplaats of verwijder eerst de contactmomenten ervan."));
    }

    @Test
    void whatIsWrongWithABodyIsToldInDutch() {
        as("designer").header("Accept-Language", "nl").body(Map.of()).post("/v1/journeys").then().statusCode(400)
                .body("title", equalTo("Ongeldige invoer")).body("errors[0].message", equalTo("is verplicht"));
    }
}
