package io.serviceconcept.concept;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.testing.Api;

@QuarkusTest
@WithTestResource(RealParts.class)
class ProblemLanguageTest {

    private final Api designer = Api.designer();
    private String concept;

    @BeforeEach
    void aConcept() {
        concept = designer.concept();
    }

    private RequestSpecification inDutch() {
        return designer.request().contentType(ContentType.JSON).header("Accept-Language", "nl-NL, nl;q=0.9, en;q=0.8");
    }

    @Test
    void aBrokenRuleIsToldInDutch() {
        designer.created(concept + "/layers", "{\"name\": \"Self-service\", \"approach\": \"SELF_SERVICE\", \"position\": 1}");

        inDutch().body("{\"name\": \"SELF-SERVICE\", \"approach\": \"SELF_SERVICE\", \"position\": 2}")
                .post(concept + "/layers").then().statusCode(409)
                .header("Content-Language", equalTo("nl")).body("type", endsWith("/duplicate-name"))
                .body("title", equalTo("Naam bestaat al"))
                .body("detail", equalTo("Het concept heeft al een laag met de naam \"SELF-SERVICE\"; "
                        + "hoofdletters en accenten maken geen verschil."));
    }

    @Test
    void aReferenceThatIsNotThereIsToldInDutch() {
        inDutch().body("{\"name\": \"Counter\", \"kind\": \"DESK\", \"layer\": \"none\"}").post(concept + "/channels").then()
                .statusCode(409)
                .body("errors.message", contains("is geen laag van dit concept: none"));
    }

    @Test
    void whyAConceptCannotBeProposedIsToldInDutch() {
        designer.with("marit", "manager").request().header("Accept-Language", "nl")
                .header("If-Match", designer.version(concept)).put(concept + "/proposal").then().statusCode(409)
                .body("title", equalTo("Concept hangt niet samen"))
                .body("blockingReasons.code", hasItem("no-layer"))
                .body("blockingReasons.message", hasItem("De dienstverleningspiramide heeft geen laag."));
    }
}
