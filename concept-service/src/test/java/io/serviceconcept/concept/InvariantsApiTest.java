package io.serviceconcept.concept;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.testing.Api;
import io.serviceconcept.testing.Example;

/** Every rule that is broken has a type of its own, which stays: callers decide by it. */
@QuarkusTest
@WithTestResource(RealParts.class)
class InvariantsApiTest {

    private Example example;
    private Api designer;
    private Api manager;
    private String concept;

    @BeforeEach
    void aConcept() {
        example = Example.created(Api.designer());
        designer = example.designer();
        manager = designer.manager();
        concept = example.concept();
    }

    private static ValidatableResponse refused(ValidatableResponse answer, String type) {
        return answer.statusCode(409).contentType("application/problem+json").body("type",
                equalTo("https://serviceconcept.io/problems/" + type));
    }

    private ValidatableResponse assessed(String channel, int fit) {
        return designer.request().contentType(ContentType.JSON).body("{\"fit\": " + fit + "}")
                .put(concept + "/gap-analysis/fits/" + example.heard() + "/" + channel).then();
    }

    @Test
    void needsAreATreeOfTwoLevels() {
        refused(designer.post(concept + "/needs", """
                {"name": "Orphan", "audience": "CUSTOMER", "coreNeed": "none"}"""), "unknown-core-need")
                .body("errors.pointer", contains("/coreNeed"));
        refused(designer.post(concept + "/needs", """
                {"name": "Third level", "audience": "CUSTOMER", "coreNeed": "%s"}""".formatted(example.heard())),
                "needs-have-two-levels");
        String contact = concept + "/needs/" + example.contact();
        refused(designer.put(contact, designer.version(contact), """
                {"name": "Personal contact", "audience": "CUSTOMER", "coreNeed": "%s"}""".formatted(example.heard())),
                "needs-form-a-cycle");
        // a need names one core need: two cannot be said
        designer.post(concept + "/needs", """
                {"name": "Two", "audience": "CUSTOMER", "coreNeed": ["%s", "%s"]}"""
                .formatted(example.contact(), example.heard())).statusCode(400)
                .body("type", equalTo("https://serviceconcept.io/problems/invalid-input"))
                .body("errors.pointer", contains("/coreNeed"));
    }

    @Test
    void importanceIsToGroupsOfTheConcept() {
        refused(designer.put(concept + "/needs/" + example.heard() + "/importance", "\"0\"", """
                {"importance": [{"group": "%s", "value": 3}, {"group": "none", "value": 3}]}""".formatted(example.young())),
                "importance-for-unknown-group").body("errors.pointer", contains("/importance/1/group"));
    }

    @Test
    void fitsAreOnTheScaleAndOfChannelsThatCustomersCanMeet() {
        assessed(example.desk(), 5).statusCode(400)
                .body("type", equalTo("https://serviceconcept.io/problems/invalid-input"))
                .body("errors.pointer", contains("/fit"));
        String desk = concept + "/channels/" + example.desk();
        designer.put(desk + "/status", designer.version(desk), "{\"status\": \"RETIRED\"}").statusCode(200);
        refused(assessed(example.desk(), 3), "channel-is-retired");
        refused(designer.put(desk + "/status", designer.version(desk), "{\"status\": \"ACTIVE\"}"), "status-not-next");
    }

    @Test
    void aHandOverAndAShiftGoFromOneChannelToAnother() {
        refused(designer.post(concept + "/hand-overs", """
                {"from": "%1$s", "to": "%1$s"}""".formatted(example.desk())), "hand-over-to-itself");
        refused(designer.post(concept + "/channel-shifts", """
                {"from": "%1$s", "to": "%1$s", "percentage": 5, "dueDate": "2026-12-31"}""".formatted(example.desk())),
                "channel-shift-to-itself");
    }

    @Test
    void datesAreInTheirOrder() {
        refused(designer.post(concept + "/research-activities", """
                {"name": "Talks", "kind": "INTERVIEW", "startDate": "2026-03-02", "endDate": "2026-03-01"}"""),
                "dates-out-of-order").body("errors.pointer", contains("/endDate"));
        example.adopted("2026-05-01");
        manager.put(concept + "/proposal", manager.version(concept), "").statusCode(200);
        refused(adopted("2026-04-01"), "edition-before-former");
    }

    @Test
    void nothingIsDueBeforeTheEditionThatHoldsItIsInForce() {
        String shift = designer.id(concept + "/channel-shifts", """
                {"from": "%s", "to": "%s", "percentage": 5, "dueDate": "2026-04-30"}""".formatted(example.desk(),
                example.video()));
        manager.put(concept + "/proposal", manager.version(concept), "").statusCode(200);

        refused(adopted("2026-05-01"), "due-before-in-force").body("errors.pointer", contains("/inForceFrom"))
                .body("errors.message", contains(
                        "lies after the due date of the channel shift \"Desk – Video call\", 2026-04-30"))
                .body("references.id", contains(shift), "references.kind", contains("CHANNEL_SHIFT"))
                .body("references.dueDate", contains("2026-04-30"));
        manager.request().contentType(ContentType.JSON).header("If-Match", manager.version(concept))
                .header("Accept-Language", "nl").body("{\"inForceFrom\": \"2026-05-01\"}").post(concept + "/editions").then()
                .body("title", equalTo("Einddatum vóór de ingangsdatum"), "errors.message", contains(
                        "ligt na de einddatum van kanaalverschuiving \"Desk – Video call\", 2026-04-30"));
        adopted("2026-04-30").statusCode(201);
    }

    private ValidatableResponse adopted(String inForceFrom) {
        return manager.request().contentType(ContentType.JSON).header("If-Match", manager.version(concept))
                .body("{\"inForceFrom\": \"" + inForceFrom + "\"}").post(concept + "/editions").then();
    }

    @Test
    void namesAreTakenOnceHoweverTheyAreWritten() {
        designer.created(concept + "/services", "{\"name\": \"Straße\"}");
        refused(designer.post(concept + "/services", "{\"name\": \"STRASSE\"}"), "duplicate-name");
    }

    @Test
    void whatIsReferredToStays() {
        String layer = concept + "/layers/" + example.personal();
        refused(designer.delete(layer, designer.version(layer)), "still-referred-to").body("references.name",
                hasItems("Desk", "Video call", "Young", "Old"));
    }

    @Test
    void aProposalIsCoherentAndSaysAllThatKeepsItBack() {
        designer.created(concept + "/channels", "{\"name\": \"Phone\", \"kind\": \"PHONE\"}");
        designer.created(concept + "/customer-groups", """
                {"name": "Lost", "share": 7.5, "selfReliance": "LOW", "digitalSkill": "LOW"}""");
        designer.created(concept + "/objectives", "{\"name\": \"Satisfied\", \"owner\": \"Head\"}");
        refused(manager.put(concept + "/proposal", manager.version(concept), ""), "concept-not-coherent")
                .body("blockingReasons.code", hasItems("channel-without-layer", "group-without-home-layer", "shares-not-100",
                        "objective-without-indicator", "objective-without-target", "objective-without-window",
                        "objective-without-due-date"));
    }

    @Test
    void onlyWhatIsProposedIsAdoptedOrWithdrawnAndChangesNoMore() {
        refused(adopted("2026-01-01"), "concept-is-not-proposed");
        refused(manager.delete(concept + "/proposal", manager.version(concept)), "concept-is-not-proposed");
        manager.put(concept + "/proposal", manager.version(concept), "").statusCode(200);
        refused(designer.post(concept + "/services", "{\"name\": \"Permits\"}"), "concept-is-proposed");
    }

    @Test
    void aConceptHasAnEnd() {
        manager.put(concept + "/retirement", manager.version(concept), "{\"reason\": \"Merged\"}").statusCode(200);
        refused(designer.post(concept + "/services", "{\"name\": \"Permits\"}"), "concept-is-retired");
    }

    @Test
    void aConceptIsBounded() {
        ObjectNode document = Trees.object().put("format", "service-concept").put("version", 1);
        document.putObject("concept").put("name", "Full").put("slug", "full");
        ObjectNode parts = document.putObject("parts");
        for (int i = 0; i < PartKind.LAYER.most(); i++) {
            parts.withArray("layers").addObject().put("id", "l" + i).put("name", "Layer " + i).put("approach", "OWN")
                    .put("position", 1);
        }
        for (int c = 0; c < 40; c++) {
            parts.withArray("channels").addObject().put("id", "c" + c).put("name", "Channel " + c).put("kind", "WEB");
        }
        for (int n = 0; n < 100; n++) {
            parts.withArray("needs").addObject().put("id", "n" + n).put("name", "Need " + n).put("audience", "CUSTOMER");
        }
        for (int i = 0; i < Assessments.MOST; i++) {
            document.withArray("fits").addObject().put("need", "n" + i % 100).put("channel", "c" + i / 100 % 40)
                    .put("assessor", "" + i / 4000).put("fit", 2);
        }
        String full = manager.created("/v1/concepts/imports", document.toString());

        refused(designer.post(full + "/layers", """
                {"name": "One more", "approach": "OWN", "position": 1}"""), "too-many-parts");
        String need = designer.get(full + "/needs?limit=1").extract().path("items[0].id");
        String channel = designer.get(full + "/channels?limit=1").extract().path("items[0].id");
        refused(designer.request().contentType(ContentType.JSON).body("{\"fit\": 3}")
                .put(full + "/gap-analysis/fits/" + need + "/" + channel).then(), "too-many-fits");
    }

    @Test
    void whyAConceptIsProposedWithdrawnAndAdoptedStaysInTheHistory() {
        manager.put(concept + "/proposal", manager.version(concept), "{\"reason\": \"All have read it\"}").statusCode(200);
        manager.delete(concept + "/proposal?reason=Not all have", manager.version(concept)).statusCode(200);
        manager.put(concept + "/proposal", manager.version(concept), "").statusCode(200);
        manager.request().contentType(ContentType.JSON).header("If-Match", manager.version(concept))
                .body("{\"inForceFrom\": \"2026-01-01\", \"reason\": \"The council says so\"}")
                .post(concept + "/editions").then().statusCode(201);

        designer.get(concept + "/history?limit=200").body("items.why[-4]", equalTo("All have read it"))
                .body("items.why[-3]", equalTo("Not all have")).body("items.why[-1]", equalTo("The council says so"))
                .body("items.event", hasItem("concept.edition-adopted.v1"));
        manager.put(concept + "/proposal", manager.version(concept), "{\"reason\": \"\"}").statusCode(400)
                .body("errors.pointer", contains("/reason"));
        manager.put(concept + "/proposal", manager.version(concept), "{\"why\": \"So\"}").statusCode(400)
                .body("errors.pointer", contains("/why"));
    }

    @Test
    void aChannelThatLeftTheDraftIsClosedForTheEditionThatHoldsIt() {
        example.activate(example.desk());
        example.adopted("2026-01-01");
        String desk = concept + "/channels/" + example.desk();
        String publicly = "/v1/public/concepts/" + designer.get(concept).extract().path("slug") + "?organisation="
                + designer.organisation();
        designer.delete(desk, designer.version(desk)).statusCode(204);
        designer.get(publicly).body("channels.name", contains("Desk"));

        designer.get(desk).statusCode(404);
        String seen = designer.get(desk + "/status").statusCode(200).body("status", equalTo("ACTIVE"), "inDraft",
                equalTo(false)).extract().header("ETag");
        designer.put(desk + "/status", "\"1\"", "{\"status\": \"RETIRED\"}").statusCode(412);
        designer.put(desk + "/status", seen, "{\"status\": \"RETIRED\", \"reason\": \"Moved\"}").statusCode(200)
                .body("status", equalTo("RETIRED"));

        designer.get(publicly).body("channels", empty());
        designer.get(desk + "/status").body("status", equalTo("RETIRED"));
        designer.get(concept + "/channels/" + example.video() + "/status").body("inDraft", equalTo(true));
        designer.get(concept + "/channels/none/status").statusCode(404);
    }
}
