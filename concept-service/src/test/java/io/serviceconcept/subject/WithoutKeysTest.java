package io.serviceconcept.subject;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.serviceconcept.eventsourcing.SubjectId;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.testing.Api;

/** A service that nobody gave keys for personal data. */
@QuarkusTest
@WithTestResource(value = RealParts.class, initArgs = @ResourceArg(name = RealParts.PERSONAL_DATA, value = "none"))
class WithoutKeysTest {

    @Test
    void whatAPersonSaidIsNotTakenInAndTheAnswerSaysWhy() {
        Api designer = Api.designer();
        String idea = designer.created(designer.concept() + "/ideas", """
                {"title": "Evening calls", "origin": "NEED", "owner": "Head of service"}""");
        String test = designer.request().contentType(ContentType.JSON).header("If-Match", "\"1\"").body("""
                {"target": {"kind": "IDEA"}, "kind": "INTERVIEW", "from": "2026-03-02"}""").post(idea + "/tests").then()
                .statusCode(201).extract().header("Location");

        refused(designer.post(test + "/quotes", "{\"pseudonym\": \"p-1\", \"text\": \"At last\"}"));
        refused(designer.with("arie", "admin").request().delete("/v1/subjects/" + SubjectId.random()).then());
        designer.get(idea).statusCode(200).body("version", equalTo(2));
    }

    private static void refused(ValidatableResponse response) {
        response.statusCode(503).contentType("application/problem+json").header("Retry-After", notNullValue())
                .body("type", equalTo("https://serviceconcept.io/problems/personal-data-not-configured"));
    }
}
