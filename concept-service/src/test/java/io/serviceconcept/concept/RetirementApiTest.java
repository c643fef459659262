package io.serviceconcept.concept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.testing.Api;
import io.serviceconcept.testing.Example;

@QuarkusTest
@WithTestResource(RealParts.class)
class RetirementApiTest {

    private static final String REASON = "{\"reason\": \"Merged with the neighbours\"}";

    @Test
    void aRetiredConceptStaysReadableAndIsInTheList() {
        Example example = Example.created(Api.designer());
        example.adopted("2026-01-01");
        Api manager = example.designer().manager();
        String layer = example.concept() + "/layers/" + example.personal();

        manager.put(example.concept() + "/retirement", manager.version(example.concept()), REASON).statusCode(200)
                .body("state", equalTo("RETIRED"), "editionInForce", nullValue());

        manager.get(example.concept()).statusCode(200).body("state", equalTo("RETIRED"));
        manager.get(layer).statusCode(200).body("name", equalTo("Personal"));
        manager.get(example.concept() + "/editions/1").statusCode(200);
        manager.get(example.concept() + "/evaluation").statusCode(200).body("edition", equalTo(1));
        manager.get("/v1/concepts").body("items", hasSize(1)).body("items.state", contains("RETIRED"))
                .body("items[0].editionInForce", nullValue());
        manager.get(example.concept() + "/history?limit=200").body("items[-1].event", equalTo("concept.retired.v1"),
                "items[-1].what", equalTo("Concept retired"), "items[-1].why", equalTo("Merged with the neighbours"));
    }

    @Test
    void anEditionOfTheFutureNeverTakesForceAfterwards() {
        Example example = Example.created(Api.designer());
        example.adopted(LocalDate.now().plusWeeks(1).toString());
        retire(example);

        example.designer().get(example.concept() + "/evaluation").statusCode(404);
    }

    @Test
    void aRetiredConceptTakesNoChanges() {
        Example example = Example.created(Api.designer());
        String layer = example.concept() + "/layers/" + example.selfService();
        String seen = example.designer().version(layer);
        retire(example);
        Api manager = example.designer().manager();
        String version = manager.version(example.concept());

        String refused = "https://serviceconcept.io/problems/concept-is-retired";
        String body = "{\"name\": \"More\", \"approach\": \"OWN\", \"position\": 3}";
        manager.post(example.concept() + "/layers", body).statusCode(409).body("type", equalTo(refused));
        manager.put(layer, seen, body).statusCode(409).body("type", equalTo(refused));
        manager.delete(layer, seen).statusCode(409).body("type", equalTo(refused));
        manager.put(example.concept() + "/proposal", version, "").statusCode(409).body("type", equalTo(refused));
        assertThat(manager.version(example.concept())).isEqualTo(version);
    }

    @Test
    void theIdeasOfARetiredConceptAreReadAndTakeNoChanges() {
        Example example = Example.created(Api.designer());
        Api designer = example.designer();
        String ideas = example.concept() + "/ideas";
        String body = "{\"title\": \"Evening calls\", \"origin\": \"NEED\", \"owner\": \"A\"}";
        String idea = designer.created(ideas, body);
        String test = conditional(designer, "\"1\"").body("""
                {"target": {"kind": "IDEA"}, "kind": "INTERVIEW", "from": "2026-03-02"}""").post(idea + "/tests").then()
                .statusCode(201).extract().header("Location");
        retire(example);

        refused(designer.post(ideas, body));
        refused(designer.put(idea, "\"2\"", body.replace("Evening", "Other")));
        refused(conditional(designer, "\"2\"").body("{\"to\": \"SELECTED\", \"reason\": \"Now\"}")
                .post(idea + "/transitions").then());
        refused(designer.post(test + "/quotes", "{\"pseudonym\": \"p\", \"text\": \"Too late\"}"));
        designer.get(idea).statusCode(200).body("version", equalTo(2), "state", equalTo("PROPOSED"));
        designer.get(ideas).body("items", hasSize(1));
    }

    private static RequestSpecification conditional(Api api, String ifMatch) {
        return api.request().contentType(ContentType.JSON).header("If-Match", ifMatch);
    }

    private static void refused(ValidatableResponse response) {
        response.statusCode(409).body("type", equalTo("https://serviceconcept.io/problems/concept-is-retired"));
    }

    @Test
    void retiringAgainIsAnsweredTheSame() {
        Example example = Example.created(Api.designer());
        Api manager = example.designer().manager();
        String seen = manager.version(example.concept());
        manager.put(example.concept() + "/retirement", seen, REASON).statusCode(200);

        String version = manager.version(example.concept());
        manager.put(example.concept() + "/retirement", seen, REASON).statusCode(200).header("ETag", version);
        assertThat(manager.version(example.concept())).isEqualTo(version);
    }

    @Test
    void itIsRetiredOnTheVersionThatWasSeen() {
        Example example = Example.created(Api.designer());
        Api manager = example.designer().manager();

        manager.put(example.concept() + "/retirement", "\"1\"", REASON).statusCode(412);
        manager.request().contentType(ContentType.JSON).body(REASON).put(example.concept() + "/retirement").then()
                .statusCode(428);
        manager.get(example.concept()).body("state", equalTo("DRAFT"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "{}", "{\"reason\": \" \"}", "{\"reason\": 1}", "{\"reason\": null}" })
    void aReasonIsNeeded(String body) {
        Api manager = Api.designer().manager();
        String concept = manager.concept();

        manager.put(concept + "/retirement", "\"1\"", body).statusCode(400).body("errors.pointer", contains("/reason"));
    }

    @Test
    void everyThingWrongIsNamed() {
        Api manager = Api.designer().manager();
        String concept = manager.concept();

        manager.put(concept + "/retirement", "\"1\"", "{\"reason\": \"%s\", \"when\": \"now\"}"
                .formatted("r".repeat(4001))).statusCode(400).body("errors", hasSize(2));
    }

    @Test
    void onlyTheManagementRetires() {
        Example example = Example.created(Api.designer());
        String seen = example.designer().version(example.concept());
        for (String role : new String[] { "viewer", "designer", "analyst", "integration", "operator" }) {
            example.designer().with("r", role).put(example.concept() + "/retirement", seen, REASON).statusCode(403);
        }
        Api.designer().manager().put(example.concept() + "/retirement", seen, REASON).statusCode(404);
        example.designer().with("arie", "admin").put(example.concept() + "/retirement", seen, REASON).statusCode(200);
    }

    private static void retire(Example example) {
        Api manager = example.designer().manager();
        manager.put(example.concept() + "/retirement", manager.version(example.concept()), REASON).statusCode(200);
    }
}
