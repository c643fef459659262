package io.serviceconcept.readiness;

import static io.restassured.RestAssured.given;
import static io.serviceconcept.testing.ToldRequirement.awaitBlocking;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.testing.Api;
import io.serviceconcept.testing.Example;
import io.serviceconcept.testing.ToldRequirement;

/** The gate, fed by records as journey-service sends them. */
@QuarkusTest
@WithTestResource(RealParts.class)
class ReadinessApiTest {

    private static final String ACTIVE = "{\"status\": \"ACTIVE\"}";
    private static final String OVERRIDE = """
            {"status": "ACTIVE", "reason": "The campaign begins", "override": {"reason": "We call back by phone"}}""";

    private Example example;
    private Api designer;
    private String video;
    private String readiness;

    @BeforeEach
    void aConcept() {
        example = Example.created(Api.designer());
        designer = example.designer();
        video = example.concept() + "/channels/" + example.video();
        readiness = video + "/readiness";
    }

    private ToldRequirement requirement() {
        return new ToldRequirement(example, example.video());
    }

    private ValidatableResponse status(Api api, String body) {
        return api.put(video + "/status", designer.version(video), body);
    }

    @Test
    void aChannelWithoutRequirementsIsReady() {
        designer.with("mila", "viewer").get(readiness).statusCode(200).body("channel", equalTo(example.video()))
                .body("ready", equalTo(true)).body("requirements", empty());
        status(designer, ACTIVE).statusCode(200).body("status", equalTo("ACTIVE"));
    }

    @Test
    void everyOpenBlockingRequirementKeepsItsChannelClosed() {
        ToldRequirement training = requirement().with("name", "Trained employees").with("department", "Customer service")
                .with("dueDate", null).with("kind", "PEOPLE").opened().begun();
        ToldRequirement software = requirement().with("owner", "Dirk de Jong").opened();
        awaitBlocking(example, example.video(), 2);

        status(designer, ACTIVE).statusCode(409).contentType("application/problem+json")
                .body("type", equalTo("https://serviceconcept.io/problems/channel-not-ready"))
                .body("errors.pointer", everyItem(equalTo("/status")))
                .body("errors.message", contains(
                        "\"Software on the computers\" is open: ICT sees to it by 2026-12-01",
                        "\"Trained employees\" is open: Customer service sees to it"))
                .body("requirements.id", contains(software.id(), training.id()))
                .body("requirements.department", contains("ICT", "Customer service"))
                .body("requirements[0].dueDate", equalTo("2026-12-01")).body("requirements[1]", not(hasKey("dueDate")));
        designer.get(readiness).body("ready", equalTo(false)).body("requirements.id", contains(software.id(), training.id()))
                .body("requirements.state", contains("OPEN", "IN_PROGRESS"))
                .body("requirements.kind", contains("TECHNOLOGY", "PEOPLE"))
                .body("requirements[0].owner", equalTo("Dirk de Jong"))
                .body("requirements[0].href", equalTo("/v1/requirements/" + software.id()));
        designer.get(video).body("status", equalTo("PLANNED"));
    }

    @Test
    void whatIsFulfilledOrWaivedKeepsNothingClosed() {
        ToldRequirement software = requirement().opened();
        ToldRequirement training = requirement().opened();
        awaitBlocking(example, example.video(), 2);
        software.begun().fulfilled();
        training.waived();
        awaitBlocking(example, example.video(), 0);

        status(designer, ACTIVE).statusCode(200);
    }

    @Test
    void whatIsOpenedAgainOrBlocksFromNowOnKeepsTheChannelClosedAgain() {
        ToldRequirement software = requirement().opened().begun().fulfilled();
        ToldRequirement training = requirement().with("blocking", false).opened();
        software.opened();
        training.with("blocking", true).begun();
        awaitBlocking(example, example.video(), 2);

        training.with("channel", example.desk()).begun();
        awaitBlocking(example, example.video(), 1);
        awaitBlocking(example, example.desk(), 1);

        status(designer, ACTIVE).statusCode(409).body("requirements.id", contains(software.id()));
    }

    @Test
    void onlyBecomingActiveAsksForReadiness() {
        requirement().opened();
        awaitBlocking(example, example.video(), 1);

        status(designer, "{\"status\": \"PILOT\"}").statusCode(200);
        status(designer, "{\"status\": \"RETIRED\"}").statusCode(200);
        status(designer, "{\"status\": \"ACTIVE\"}").statusCode(409)
                .body("type", equalTo("https://serviceconcept.io/problems/status-not-next"));
    }

    @Test
    void whatIsActiveStaysActiveWhenARequirementIsOpened() {
        status(designer, ACTIVE).statusCode(200);
        requirement().opened();
        awaitBlocking(example, example.video(), 1);

        status(designer, ACTIVE).statusCode(200).body("status", equalTo("ACTIVE"));
        designer.get(readiness).body("ready", equalTo(false));
    }

    @Test
    void aManagerOverridesWithAReasonThatStaysInTheHistory() {
        requirement().opened();
        requirement().with("name", "Trained employees").with("dueDate", "2026-12-02").opened();
        awaitBlocking(example, example.video(), 2);

        status(designer, OVERRIDE).statusCode(403).body("type", equalTo("https://serviceconcept.io/problems/forbidden"));
        designer.get(video).body("status", equalTo("PLANNED"));
        status(designer.manager(), OVERRIDE).statusCode(200).body("status", equalTo("ACTIVE"));
        designer.get(example.concept() + "/history?limit=200").body("items[-1].what",
                equalTo("Channel \"Video call\" became ACTIVE in spite of open requirements: "
                        + "\"Software on the computers\", \"Trained employees\""))
                .body("items[-1].why", equalTo("We call back by phone")).body("items[-1].who", equalTo("marit"));
    }

    @Test
    void anOverrideOfNothingIsNone() {
        status(designer.with("arie", "admin"), OVERRIDE).statusCode(200);

        designer.get(example.concept() + "/history?limit=200")
                .body("items[-1].what", equalTo("Channel \"Video call\" became ACTIVE"))
                .body("items[-1].why", equalTo("The campaign begins"));
    }

    @Test
    void anOverrideHasAReasonAndIsForActiveOnly() {
        status(designer.manager(), "{\"status\": \"ACTIVE\", \"override\": {\"reason\": \" \"}}").statusCode(400)
                .body("errors.pointer", contains("/override/reason"));
        status(designer.manager(), "{\"status\": \"PILOT\", \"override\": {\"reason\": \"Why\"}}").statusCode(400)
                .body("errors.pointer", contains("/override"));
    }

    @Test
    void aStaleVersionIsSaidEvenWhenTheChannelIsNotReady() {
        requirement().opened();
        awaitBlocking(example, example.video(), 1);

        designer.put(video + "/status", "\"1\"", ACTIVE).statusCode(412);
    }

    @Test
    void aRequirementOfAnotherOrganisationIsNotSeen() {
        Example other = Example.created(Api.designer());
        new ToldRequirement(other, example.video()).with("concept", example.id()).opened();
        new ToldRequirement(other, other.video()).opened();
        awaitBlocking(other, other.video(), 1);

        designer.get(readiness).body("ready", equalTo(true));
        other.designer().get(readiness).statusCode(404);
    }

    @Test
    void whoMayNotReadConceptsReadsNoReadinessEither() {
        given().get(readiness).then().statusCode(401);
        designer.with("survey", "integration").get(readiness).statusCode(403);
        designer.get(example.concept() + "/channels/none/readiness").statusCode(404);
        designer.get("/v1/concepts/none/channels/none/readiness").statusCode(404);
    }
}
