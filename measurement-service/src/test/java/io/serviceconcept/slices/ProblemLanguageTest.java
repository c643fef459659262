package io.serviceconcept.slices;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.serviceconcept.eventsourcing.testing.RealParts;

@QuarkusTest
@WithTestResource(RealParts.class)
class ProblemLanguageTest {

    private final Organisation organisation = Organisation.fresh();

    @Test
    void whatIsWrongWithABodyIsToldInDutch() {
        organisation.as("analyst").header("Accept-Language", "nl").body("""
                {"name": "Satisfaction", "unit": "mark", "better": "HIGHER", "audience": "CUSTOMER", "kind": "MEAN"}""")
                .post("/v1/indicators").then().statusCode(400)
                .header("Content-Language", equalTo("nl")).body("type", endsWith("/invalid-input"))
                .body("title", equalTo("Ongeldige invoer"))
                .body("errors.message", containsInAnyOrder("een MEAN heeft een schaal"));
    }

    @Test
    void aBrokenRuleIsToldInDutch() {
        String indicator = organisation.satisfaction();

        organisation.as("analyst").header("Accept-Language", "nl").header("If-Match", "\"1\"").body("""
                {"name": "Satisfaction", "unit": "mark", "better": "HIGHER", "kind": "MEAN",
                 "scale": {"min": 1, "max": 10}}""").post("/v1/indicators/" + indicator + "/versions").then()
                .statusCode(409).body("type", endsWith("/definition-unchanged"))
                .body("title", equalTo("De definitie is ongewijzigd"));
    }
}
