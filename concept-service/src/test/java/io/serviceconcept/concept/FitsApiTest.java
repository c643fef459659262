package io.serviceconcept.concept;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.testing.Api;
import io.serviceconcept.testing.Example;

/** Who thinks what of a channel for a need. */
@QuarkusTest
@WithTestResource(RealParts.class)
class FitsApiTest {

    private Example example;
    private Api designer;
    private Api other;
    private String fits;

    @BeforeEach
    void aConcept() {
        example = Example.created(Api.designer());
        designer = example.designer();
        other = designer.with("dora", "designer");
        fits = example.concept() + "/gap-analysis/fits/" + example.heard() + "/" + example.desk();
    }

    private String assess(Api assessor, String body) {
        return assessor.request().contentType(ContentType.JSON).body(body).put(fits).then().statusCode(200).extract()
                .header("ETag");
    }

    @Test
    void allAssessmentsOfAPairAreReadWithTheirReasons() {
        designer.get(fits).statusCode(200).body("assessments", empty(), "median", nullValue());
        assess(designer, "{\"fit\": 1, \"rationale\": \"There is a queue\"}");
        assess(other, "{\"fit\": 4}");
        String when = designer.get(example.concept() + "/history?limit=200").extract().path("items[-2].when");

        designer.with("vera", "viewer").get(fits).statusCode(200).body("need", equalTo(example.heard()))
                .body("median", equalTo(2.5f), "spread", equalTo(3), "assessments.assessor", contains("dirk", "dora"))
                .body("assessments.fit", contains(1, 4), "assessments.rationale", contains("There is a queue", null))
                .body("assessments[0].when", equalTo(when));
        designer.get(fits + "?asOf=" + when).body("assessments.fit", contains(1));
        designer.request().header("If-None-Match", designer.version(fits)).get(fits).then().statusCode(304);
    }

    @Test
    void whoGaveAFitTakesItBack() {
        String seen = assess(designer, "{\"fit\": 1}");
        assess(other, "{\"fit\": 4}");

        designer.request().delete(fits).then().statusCode(428);
        designer.delete(fits, "\"1\"").statusCode(412);
        designer.delete(fits, seen).statusCode(204);

        designer.get(fits).body("assessments.assessor", contains("dora"), "median", equalTo(4));
        designer.get(example.concept() + "/gap-analysis").body("cells.fit", contains(4));
        designer.delete(fits, seen).statusCode(404);
        designer.get(example.concept() + "/history?limit=200").body("items.event", hasItem("concept.fit-withdrawn.v1"))
                .body("items[-1].what", equalTo("Fit of channel \"Desk\" for need \"Being heard\" withdrawn"));
        other.delete(fits, "\"" + other.get(fits).extract().path("assessments[0].version") + "\"").statusCode(204);
        designer.get(example.concept() + "/gap-analysis").body("cells", empty());
    }

    @Test
    void whoMayNotAssessReadsAndTakesNothingBack() {
        String seen = assess(designer, "{\"fit\": 1}");
        for (String role : List.of("viewer", "analyst")) {
            designer.with("dirk", role).get(fits).statusCode(200);
            designer.with("dirk", role).delete(fits, seen).statusCode(403);
        }
        designer.with("dirk", "integration").get(fits).statusCode(403);
        Api.designer().get(fits).statusCode(404);
        Api.designer().delete(fits, seen).statusCode(404);
        designer.get(fits.replace(example.heard(), example.desk())).statusCode(404);
        designer.get(fits.replace(example.desk(), "none")).statusCode(404);
    }
}
