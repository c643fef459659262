package io.serviceconcept.mywork;

import static io.restassured.RestAssured.given;
import static io.serviceconcept.testing.ToldRequirement.awaitBlocking;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.eventsourcing.testing.Topics;
import io.serviceconcept.testing.Api;
import io.serviceconcept.testing.Example;
import io.serviceconcept.testing.ToldRequirement;

@QuarkusTest
@WithTestResource(RealParts.class)
class MyWorkApiTest {

    private Example example;
    private Api designer;
    private String work;

    @BeforeEach
    void aConcept() {
        example = Example.created(Api.designer());
        designer = example.designer();
        work = example.concept() + "/my-work";
    }

    private String assumption(String name, String owner, String dueDate, String status) {
        return designer.id(example.concept() + "/assumptions", """
                {"name": "%s", "impact": 3, "uncertainty": 3, "owner": "%s", "dueDate": "%s", "status": "%s",
                 "evidence": "What we saw"}""".formatted(name, owner, dueDate, status));
    }

    private String idea(String owner, String... states) {
        String idea = designer.created(example.concept() + "/ideas", """
                {"title": "Evening calls", "origin": "NEED", "owner": "%s"}""".formatted(owner));
        for (String state : states) {
            designer.request().contentType(ContentType.JSON).header("If-Match", designer.version(idea))
                    .body("{\"to\": \"" + state + "\", \"reason\": \"Because\"}").post(idea + "/transitions").then()
                    .statusCode(201);
        }
        return idea;
    }

    @Test
    void whoWasNamedForNothingHasNothingToDo() {
        designer.with("mila", "viewer").get(work).statusCode(200).body("items", empty());
    }

    @Test
    void openAssumptionsAreTheCallersWhateverTheCapitals() {
        String overdue = assumption("Customers have a camera", "DIRK", "2020-01-01", "OPEN");
        String ahead = assumption("Calls are shorter", "dirk", "9000-01-01", "OPEN");
        assumption("Somebody else's", "anna", "2020-01-01", "OPEN");
        assumption("What we know", "dirk", "2020-01-01", "CONFIRMED");

        designer.get(work).statusCode(200).body("items.id", contains(overdue, ahead))
                .body("items.kind", contains("ASSUMPTION", "ASSUMPTION")).body("items.overdue", contains(true, false))
                .body("items[0].name", equalTo("Customers have a camera"))
                .body("items[0].dueDate", equalTo("2020-01-01"))
                .body("items[0].href", equalTo(example.concept() + "/assumptions/" + overdue));
        designer.get(work + "?owner=Anna").body("items.name", contains("Somebody else's"));
    }

    @Test
    void requirementsWaitForTheirOwnerAndTheirDepartment() {
        ToldRequirement software = new ToldRequirement(example, example.video()).with("owner", "Dirk").opened();
        ToldRequirement training = new ToldRequirement(example, example.video()).with("blocking", false).opened().begun();
        ToldRequirement camera = new ToldRequirement(example, example.video()).opened().begun().fulfilled();
        new ToldRequirement(example, example.desk()).with("dueDate", null).with("department", "Desk").opened();
        awaitBlocking(example, example.video(), 1);
        awaitBlocking(example, example.desk(), 1);

        designer.get(work).body("items.id", contains(software.id())).body("items[0].kind", equalTo("REQUIREMENT"))
                .body("items[0].href", equalTo("/v1/requirements/" + software.id()));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(
                () -> designer.get(work + "?owner=ict").body("items", hasSize(2)).body("items.id", not(contains(camera.id()))));
        assertThat(designer.get(work + "?owner=ICT").extract().<List<String>> path("items.id"))
                .containsExactlyInAnyOrder(software.id(), training.id());
        designer.get(work + "?owner=desk").body("items", hasSize(1)).body("items[0]", not(hasKey("dueDate")));
    }

    @Test
    void ideasThatWereSelectedAndTestsWithoutAVerdictWaitForTheOwnerOfTheIdea() {
        idea("dirk");
        String selected = idea("dirk", "SELECTED", "IN_TEST");
        idea("dirk", "SELECTED", "IN_TEST", "REJECTED");
        idea("anna", "SELECTED");
        designer.request().contentType(ContentType.JSON).header("If-Match", designer.version(selected)).body("""
                {"target": {"kind": "IDEA"}, "kind": "PROTOTYPE", "from": "2026-03-02", "until": "2026-03-09"}""")
                .post(selected + "/tests").then().statusCode(201);
        designer.request().contentType(ContentType.JSON).header("If-Match", designer.version(selected)).body("""
                {"target": {"kind": "IDEA"}, "kind": "INTERVIEW", "from": "2026-03-02", "result": "They like it",
                 "verdict": "CONFIRMED"}""").post(selected + "/tests").then().statusCode(201);

        designer.get(work).statusCode(200).body("items.kind", contains("CONCEPT_TEST", "IDEA"))
                .body("items.name", contains("Evening calls: PROTOTYPE", "Evening calls"))
                .body("items[0].dueDate", equalTo("2026-03-09")).body("items[0].overdue", equalTo(true))
                .body("items[0].href", containsString(selected + "/tests/")).body("items[1].href", equalTo(selected));
        designer.get(designer.get(work).extract().path("items[0].href")).statusCode(200);
    }

    @Test
    void aMissingFigureWaitsForTheOwnerOfTheObjective() {
        String indicator = UUID.randomUUID().toString();
        Topics.event("measurement-events", designer.organisation(), "indicator-" + indicator, 1,
                "measurement.indicator-defined.v1", """
                        {"indicator": "%s", "version": 1, "name": "Satisfaction", "unit": "mark"}""".formatted(indicator));
        String objective = designer.id(example.concept() + "/objectives", """
                {"name": "Satisfied", "indicator": "%s", "target": {"comparison": "AT_LEAST", "value": 7},
                 "window": "MONTH", "dueDate": "2026-12-31", "owner": "Dirk"}""".formatted(indicator));
        designer.get(work).statusCode(200).body("items", empty());
        Api manager = designer.manager();
        await().atMost(Duration.ofSeconds(20)).until(() -> manager
                .put(example.concept() + "/proposal", manager.version(example.concept()), "").extract().statusCode() == 200);
        manager.request().contentType(ContentType.JSON).header("If-Match", manager.version(example.concept()))
                .body("{\"inForceFrom\": \"2020-01-01\"}").post(example.concept() + "/editions").then().statusCode(201);

        designer.get(work).statusCode(200).body("items.kind", contains("MEASUREMENT"))
                .body("items.id", contains(objective)).body("items.overdue", contains(true))
                .body("items[0].href", equalTo(example.concept() + "/evaluation"));

        Topics.event("measurement-events", designer.organisation(), "measurement-plan-" + objective, 1,
                "measurement.measurement-overdue.v1", """
                        {"plan": "%1$s", "concept": "%2$s", "edition": 1, "objective": "%3$s", "indicator": "%1$s",
                         "period": {"kind": "MONTH", "label": "2020-03", "from": "2020-03-01", "to": "2020-03-31"},
                         "due": "2020-04-14", "foundAt": "2020-04-15T00:00:02Z"}"""
                        .formatted(indicator, example.id(), objective));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> designer.get(work).body("items", hasSize(2))
                .body("items[0].dueDate", equalTo("2020-04-14"), "items[0].overdue", equalTo(true)));
    }

    @Test
    void theFigureOfAServiceLevelWaitsForWhoOwnsAnObjectiveWithItsIndicatorOrElseForManagers() {
        String shared = indicator();
        String alone = indicator();
        designer.created(example.concept() + "/objectives", """
                {"name": "Satisfied", "indicator": "%s", "target": {"comparison": "AT_LEAST", "value": 7},
                 "window": "MONTH", "dueDate": "2026-12-31", "owner": "Dirk"}""".formatted(shared));
        String owned = serviceLevel("As satisfied", shared);
        String unowned = serviceLevel("In time", alone);
        Api manager = designer.manager();
        await().atMost(Duration.ofSeconds(20)).until(() -> manager
                .put(example.concept() + "/proposal", manager.version(example.concept()), "").extract().statusCode() == 200);
        manager.request().contentType(ContentType.JSON).header("If-Match", manager.version(example.concept()))
                .body("{\"inForceFrom\": \"2020-01-01\"}").post(example.concept() + "/editions").then().statusCode(201);

        designer.get(work).statusCode(200).body("items.name", containsInAnyOrder("Satisfied", "As satisfied"))
                .body("items.id", hasItem(owned)).body("items.overdue", contains(true, true));
        manager.get(work).statusCode(200).body("items.id", contains(unowned)).body("items.kind", contains("MEASUREMENT"))
                .body("items[0].overdue", equalTo(true), "items[0].name", equalTo("In time"));
        manager.get(work + "?owner=dirk").body("items", hasSize(2));
        manager.get(work + "?owner=somebody").body("items", empty());
    }

    private String indicator() {
        String indicator = UUID.randomUUID().toString();
        Topics.event("measurement-events", designer.organisation(), "indicator-" + indicator, 1,
                "measurement.indicator-defined.v1", """
                        {"indicator": "%s", "version": 1, "name": "Satisfaction", "unit": "mark"}""".formatted(indicator));
        return indicator;
    }

    private String serviceLevel(String name, String indicator) {
        return designer.id(example.concept() + "/service-levels", """
                {"name": "%s", "promise": "You are helped well", "indicator": "%s", "window": "MONTH",
                 "norm": {"comparison": "AT_LEAST", "value": 7}}""".formatted(name, indicator));
    }

    @Test
    void onlySomeOfTheWorkIsAskedFor() {
        String overdue = assumption("a", "dirk", "2020-01-01", "OPEN");
        String ahead = assumption("b", "dirk", "9000-01-01", "OPEN");
        String selected = idea("dirk", "SELECTED");

        designer.get(work + "?overdue=true").body("items.id", contains(overdue));
        designer.get(work + "?overdue=false").body("items.id", hasSize(2)).body("items.id", hasItem(ahead));
        designer.get(work + "?kind=IDEA").body("items.href", contains(selected));
        designer.get(work + "?kind=ASSUMPTION&overdue=false").body("items.id", contains(ahead));
        designer.get(work + "?kind=WORK").statusCode(400).body("errors.pointer", contains("?kind"));
        designer.get(work + "?overdue=yes").statusCode(400).body("errors.pointer", contains("?overdue"));
    }

    @Test
    void workIsOnlyKnownAsItIsNow() {
        designer.get(work + "?asOf=2026-01-01T00:00:00Z").statusCode(400).body("errors.pointer", contains("?asOf"));
    }

    @Test
    void theListGoesOnWhereThePageEnded() {
        String second = assumption("b", "dirk", "2020-01-02", "OPEN");
        String first = assumption("a", "dirk", "2020-01-01", "OPEN");

        String next = designer.get(work + "?limit=1").body("items.id", contains(first)).extract().header("Link")
                .replaceAll(".*<([^>]+)>.*", "$1");
        designer.request().urlEncodingEnabled(false).get(next).then().statusCode(200).body("items.id", contains(second));
    }

    @Test
    void whatCannotBeAskedIsRefused() {
        designer.get(work + "?owner={blank}", " ").statusCode(400).body("errors.pointer", contains("?owner"));
        designer.get(work + "?owner=" + "x".repeat(201)).statusCode(400).body("errors.pointer", contains("?owner"));
        designer.get(work + "?limit=0").statusCode(400).body("errors.pointer", contains("?limit"));
    }

    @Test
    void whoMayNotReadConceptsHasNoWorkHere() {
        given().get(work).then().statusCode(401);
        designer.with("survey", "integration").get(work).statusCode(403);
        designer.with("otto", "operator").get(work).statusCode(403);
        Api.designer().get(work).statusCode(404);
        designer.get("/v1/concepts/none/my-work").statusCode(404);
    }
}
