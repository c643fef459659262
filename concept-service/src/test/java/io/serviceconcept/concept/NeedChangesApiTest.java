package io.serviceconcept.concept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.testing.Api;
import io.serviceconcept.testing.Example;

/** Needs are moved, merged and split, and their history goes with them. */
@QuarkusTest
@WithTestResource(RealParts.class)
class NeedChangesApiTest {

    private static final String PROBLEMS = "https://serviceconcept.io/problems/";
    private static final String TWO = """
            {"into": [{"name": "Being heard", "description": "By a person"}, {"name": "Being recognised"}]}""";

    private Example example;
    private Api designer;
    private String needs;
    private String heard;

    @BeforeEach
    void aConcept() {
        example = Example.created(Api.designer());
        designer = example.designer();
        needs = example.concept() + "/needs/";
        heard = needs + example.heard();
    }

    @Test
    void aMergedNeedGoesUpInTheOtherWithAllItHad() {
        String speed = need("Speed");
        importance(heard, 5);
        importance(needs + speed, 3);
        fit(example.heard(), 4);
        String insight = designer.created(example.concept() + "/insights",
                "{\"name\": \"Sighs\", \"needs\": [\"%s\"]}".formatted(example.heard()));

        merge(heard, "{\"into\": \"%s\"}".formatted(speed)).statusCode(200).body("id", equalTo(speed), "name",
                equalTo("Speed"));

        designer.get(heard).statusCode(404);
        designer.get(needs + speed + "/importance").body("importance.value", contains(5), "importance.source",
                contains("Talks"));
        designer.get(insight).body("needs", contains(speed));
        designer.get(example.concept() + "/gap-analysis?status=planned").statusCode(200)
                .body("cells.need", contains(speed)).body("needs.id", not(hasItem(example.heard())));
    }

    @Test
    void whoMergesSettlesTheImportanceAndTheFitsInConflict() {
        String speed = need("Speed");
        fit(example.heard(), 4);
        fit(speed, 1);
        String body = """
                {"into": "%s", "importance": [{"group": "%s", "value": 2}], "importanceVersion": 0,
                 "keep": [{"channel": "%s", "assessor": "%s"}]}""";

        merge(heard, body.formatted(speed, example.old(), example.desk(), "somebody")).statusCode(409)
                .body("type", equalTo(PROBLEMS + "fits-not-in-conflict"), "errors.pointer", contains("/keep/0"));
        posted(heard, "/merge", body.formatted(speed, example.old(), example.desk(), "dirk"), designer.version(heard), "once")
                .then().statusCode(200);
        posted(heard, "/merge", body.formatted(speed, example.old(), example.desk(), "dirk"), "\"1\"", "once").then()
                .statusCode(200).body("id", equalTo(speed));

        designer.get(needs + speed + "/importance").body("importance.group", contains(example.old()));
        designer.get(example.concept() + "/gap-analysis?status=planned").body("cells.fit", contains(4));
    }

    @Test
    void aMergeThatBreaksARuleIsRefused() {
        refused(merge(heard, into(example.heard())), "need-merged-with-itself");
        refused(merge(needs + example.contact(), into(example.heard())), "sub-needs-under-a-sub-need");
        refused(merge(heard, into("telepathy")), "unknown-reference").body("errors.pointer", contains("/into"));
        merge(heard, """
                {"into": "", "importance": [{"group": "g", "value": 6}], "keep": [{"channel": "c"}], "name": "X"}""")
                .statusCode(400).body("errors.pointer",
                        containsInAnyOrder("/into", "/importance/0/value", "/keep/0/assessor", "/name"));
        merge(heard,
                "{\"into\": \"n\", \"importance\": [%1$s, %1$s], \"keep\": []}".formatted("{\"group\": \"g\", \"value\": 1}"))
                .statusCode(400).body("errors.pointer", containsInAnyOrder("/importanceVersion", "/importance/1/group"));
    }

    @Test
    void aSplitNeedBecomesSeveralThatStartWithWhatItHad() {
        importance(heard, 5);
        fit(example.heard(), 4);

        Response split = posted(heard, "/split", TWO, designer.version(heard), "once");

        assertThat(split.statusCode()).as(split.asString()).isEqualTo(201);
        assertThat(split.header("Location")).isEqualTo(heard + "/history");
        List<String> ids = split.jsonPath().getList("into.id");
        designer.get(heard).statusCode(404);
        for (String id : ids) {
            designer.get(needs + id).statusCode(200).body("coreNeed", equalTo(example.contact()));
            designer.get(needs + id + "/importance").body("importance.value", contains(5));
        }
        designer.get(example.concept() + "/gap-analysis?status=planned").body("cells.need",
                containsInAnyOrder(ids.toArray()));
        Response again = posted(heard, "/split", TWO, "\"1\"", "once");
        assertThat(again.asString()).as("the same request again").isEqualTo(split.asString());
    }

    @Test
    void whatNamedASplitNeedIsTakenByOne() {
        String contact = needs + example.contact();
        String body = "{\"into\": [{\"name\": \"A\", \"takes\": [%s]}, {\"name\": \"B\", \"takes\": [%s]}]}";
        String sub = '"' + example.heard() + '"';

        refused(split(contact, body.formatted("", "")), "split-leaves-orphans").body("references.name",
                contains("Being heard"));
        refused(split(contact, body.formatted(sub, sub)), "taken-by-two-needs").body("errors.pointer",
                contains("/into/1/takes/0"));
        refused(split(contact, body.formatted(sub, "\"x\"")), "takes-what-does-not-refer").body("errors.pointer",
                contains("/into/1/takes/0"));
        String core = split(contact, body.formatted("", sub)).statusCode(201).extract().jsonPath().getString("into[1].id");

        designer.get(heard).body("coreNeed", equalTo(core));
    }

    @Test
    void aSplitThatBreaksARuleIsRefused() {
        refused(split(heard, "{\"into\": [{\"name\": \"A\"}]}"), "split-into-fewer-than-two");
        refused(split(heard, "{\"into\": [{\"name\": \"A\"}, {\"name\": \"á\"}]}"), "duplicate-name");
        split(heard, "{\"into\": [{\"name\": \"\"}, {\"takes\": [\"\"]}], \"by\": 2}").statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/into/0/name", "/into/1/name", "/into/1/takes/0", "/by"));
        designer.get(heard).statusCode(200);
    }

    @Test
    void needsDoNotSupportEachOtherInACircle() {
        String contact = needs + example.contact();
        String body = "{\"name\": \"Personal contact\", \"audience\": \"CUSTOMER\", \"coreNeed\": \"%s\"}";
        for (String core : List.of(example.heard(), example.contact())) {
            refused(designer.put(contact, designer.version(contact), body.formatted(core)), "needs-form-a-cycle");
        }
        refused(designer.post(example.concept() + "/needs", """
                {"name": "Deeper", "audience": "CUSTOMER", "coreNeed": "%s"}""".formatted(example.heard())),
                "needs-have-two-levels");
    }

    @Test
    void theHistoryOfANeedGoesOnInWhatItBecame() {
        String speed = need("Speed");
        designer.put(heard, designer.version(heard), """
                {"name": "Being heard", "audience": "CUSTOMER", "coreNeed": "%s"}""".formatted(speed)).statusCode(200);
        String first = split(heard, TWO).statusCode(201).extract().jsonPath().getString("into[0].id");
        String contact = example.contact();
        merge(needs + first, into(contact)).statusCode(200);

        designer.get(heard + "/history").statusCode(200).body("items.what",
                contains("Need \"Being heard\" added", "Need \"Being heard\" moved to core need \"Speed\"",
                        "Need \"Being heard\" split into \"Being heard\", \"Being recognised\""))
                .body("items[2].cameFrom.id", contains(example.heard()),
                        "items[2].became.name", contains("Being heard", "Being recognised"),
                        "items[0].became", empty(), "items[2].who", equalTo("dirk"));
        designer.get(needs + contact + "/history").statusCode(200).body("items.event",
                contains("concept.need-added.v1", "concept.need-added.v1", "concept.need-changed.v1",
                        "concept.need-split.v1", "concept.needs-merged.v1"))
                .body("items[4].cameFrom.id", contains(first), "items[4].became.id", contains(contact));
        designer.get(needs + speed + "/history?limit=1").body("items.what", contains("Need \"Speed\" added"));
        designer.get(needs + "n9/history").statusCode(404);
    }

    @Test
    void itTakesTheRightVersionRoleAndOrganisation() {
        String seen = designer.version(heard);
        Api stranger = Api.designer();
        for (String change : List.of("/merge", "/split")) {
            String body = change.equals("/merge") ? into(example.contact()) : TWO;
            designer.request().contentType(ContentType.JSON).body(body).post(heard + change).then().statusCode(428);
            posted(heard, change, body, "\"1\"", null).then().statusCode(412);
            for (String role : List.of("viewer", "analyst", "integration", "operator")) {
                posted(designer.with("r", role), heard, change, body, seen, null).then().statusCode(403);
            }
            posted(stranger, heard, change, body, seen, null).then().statusCode(404);
            posted(needs + "n9", change, body, seen, null).then().statusCode(404);
        }
        stranger.get(heard + "/history").statusCode(404);
        designer.with("r", "viewer").get(heard + "/history").statusCode(200);
        designer.with("r", "operator").get(heard + "/history").statusCode(403);
        designer.manager().put(example.concept() + "/proposal", designer.version(example.concept()), "").statusCode(200);
        refused(merge(heard, into(example.contact())), "concept-is-proposed");
        refused(split(heard, TWO), "concept-is-proposed");
    }

    private String need(String name) {
        return designer.id(example.concept() + "/needs", "{\"name\": \"" + name + "\", \"audience\": \"CUSTOMER\"}");
    }

    private void importance(String need, int value) {
        designer.put(need + "/importance", designer.version(need + "/importance"), """
                {"importance": [{"group": "%s", "value": %d, "source": "Talks"}]}""".formatted(example.young(), value))
                .statusCode(200);
    }

    private void fit(String need, int fit) {
        designer.request().contentType(ContentType.JSON).body("{\"fit\": " + fit + "}")
                .put(example.concept() + "/gap-analysis/fits/" + need + '/' + example.desk()).then().statusCode(200);
    }

    private static String into(String need) {
        return "{\"into\": \"" + need + "\"}";
    }

    private ValidatableResponse merge(String need, String body) {
        return posted(need, "/merge", body, designer.version(need), null).then();
    }

    private ValidatableResponse split(String need, String body) {
        return posted(need, "/split", body, designer.version(need), null).then();
    }

    private Response posted(String need, String change, String body, String seen,
            @Nullable String key) {
        return posted(designer, need, change, body, seen, key);
    }

    private static Response posted(Api api, String need, String change, String body, String seen,
            @Nullable String key) {
        return (key == null ? api.request() : api.request().header("Idempotency-Key", key)).contentType(ContentType.JSON)
                .header("If-Match", seen).body(body).post(need + change);
    }

    private static ValidatableResponse refused(ValidatableResponse response, String type) {
        return response.statusCode(409).contentType("application/problem+json").body("type", equalTo(PROBLEMS + type));
    }
}
