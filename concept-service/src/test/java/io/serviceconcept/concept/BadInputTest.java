package io.serviceconcept.concept;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.testing.Api;
import io.serviceconcept.testing.Example;

@QuarkusTest
@WithTestResource(RealParts.class)
class BadInputTest {

    private static final String LAYER = """
            {"name": "Digital", "approach": "SELF_SERVICE", "position": 1}""";

    @ParameterizedTest
    @ValueSource(strings = { "{\"name\": ", "", "[]", "null", "{\"name\": \"a\", \"name\": \"b\"}",
            "{\"name\":\"Digital\",\"approach\":\"OWN\",\"position\":1} x" })
    void whatIsNotTheJsonAskedForIsRefused(String body) {
        Api designer = Api.designer();
        String concept = designer.concept();

        designer.post(concept + "/layers", body).statusCode(400).contentType("application/problem+json");

        designer.get(concept + "/layers").body("items", hasSize(0));
    }

    @Test
    void everyViolationIsNamedWithItsPointer() {
        Api designer = Api.designer();
        String concept = designer.concept();

        designer.post(concept + "/customer-groups", """
                {"name": " ", "share": 120, "selfReliance": "SOME", "colour": "red",
                 "unusableChannels": [{"channel": "x"}, {"channel": "y", "reason": "z", "why": 1}]}""").statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("https://serviceconcept.io/problems/invalid-input"))
                .body("errors.pointer", containsInAnyOrder("/name", "/share", "/selfReliance", "/colour", "/digitalSkill",
                        "/unusableChannels/0/reason", "/unusableChannels/1/why"));

        designer.get(concept + "/customer-groups").body("items", hasSize(0));
        designer.get(concept).body("version", equalTo(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '|', value = {
            "/customer-groups;{\"name\":\"A\",\"share\":12.345,\"selfReliance\":\"LOW\",\"digitalSkill\":\"LOW\"};/share",
            "/customer-groups;{\"name\":\"A\",\"share\":-1,\"selfReliance\":\"LOW\",\"digitalSkill\":\"LOW\"};/share",
            "/customer-groups;{\"name\":\"A\",\"share\":\"12\",\"selfReliance\":\"LOW\",\"digitalSkill\":\"LOW\"};/share",
            "/layers;{\"name\":\"A\",\"approach\":\"OWN\",\"position\":0};/position",
            "/layers;{\"name\":\"A\",\"approach\":\"our own\",\"position\":1};/approach",
            "/layers;{\"id\":\"1\",\"name\":\"A\",\"approach\":\"OWN\",\"position\":1};/id",
            "/channels;{\"name\":\"A\",\"kind\":\"web site\"};/kind",
            "/channels;{\"name\":\"A\",\"kind\":\"WEB\",\"costPerContact\":-0.01};/costPerContact",
            "/channels;{\"name\":\"A\",\"kind\":\"WEB\",\"status\":\"ACTIVE\"};/status",
            "/needs;{\"name\":\"A\",\"audience\":\"EVERYBODY\"};/audience",
            "/objectives;{\"name\":\"A\"};/owner",
            "/objectives;{\"name\":\"A\",\"owner\":\"B\",\"dueDate\":\"soon\"};/dueDate",
            "/objectives;{\"name\":\"A\",\"owner\":\"B\",\"window\":\"WEEK\"};/window",
            "/objectives;{\"name\":\"A\",\"owner\":\"B\",\"target\":{\"comparison\":\"AT_LEAST\"}};/target/value",
            "/objectives;{\"name\":\"A\",\"owner\":\"B\",\"target\":{\"comparison\":\"AT_MOST\",\"value\":-5,\"measure\":\"CHANGE\"}};/target/baselineYear",
            "/objectives;{\"name\":\"A\",\"owner\":\"B\",\"target\":{\"comparison\":\"AT_MOST\",\"value\":5,\"baselineYear\":2025}};/target/baselineYear",
            "/objectives;{\"name\":\"A\",\"owner\":\"B\",\"weight\":0.001};/weight",
            "/objectives;{\"name\":\"A\",\"owner\":\"B\",\"slice\":{\"dimension\":\"CHANNEL\"}};/slice/key",
            "/objectives;{\"name\":\"A\",\"owner\":\"B\",\"slice\":{\"dimension\":\"NEED_CHANNEL\",\"key\":\"a|b|c\"}};/slice/key",
            "/objectives;{\"name\":\"A\",\"owner\":\"B\",\"slice\":{\"dimension\":\"NEED\",\"key\":\"a|\"}};/slice/key",
            "/customer-groups;{\"name\":\"A\",\"share\":1,\"selfReliance\":\"LOW\",\"digitalSkill\":\"LOW\",\"unusableChannels\":[{\"channel\":\"c\",\"reason\":\"r\"},{\"channel\":\"c\",\"reason\":\"s\"}]};/unusableChannels/1/channel" })
    void eachFieldKeepsItsBounds(String part, String body, String pointer) {
        Api designer = Api.designer();
        String concept = designer.concept();

        designer.post(concept + part, body).statusCode(400).body("errors.pointer", contains(pointer));

        designer.get(concept).body("version", equalTo(1));
    }

    @Test
    void aBudgetIsAnAmountOfMoney() {
        Api designer = Api.designer();
        String direction = designer.concept() + "/direction";

        designer.put(direction, "\"0\"", "{\"budgetPerMonth\": -1}").statusCode(400).body("errors.pointer",
                contains("/budgetPerMonth"));
        designer.put(direction, "\"0\"", "{\"budgetPerMonth\": 0.001}").statusCode(400).body("errors.pointer",
                contains("/budgetPerMonth"));
        designer.put(direction, "\"0\"", "{\"budgetPerMonth\": 150000.50}").statusCode(200).body("budgetPerMonth",
                equalTo(150000.5f));
    }

    @Test
    void anObjectiveIsNotDueBeforeItsBaseline() {
        Api designer = Api.designer();
        designer.post(designer.concept() + "/objectives", """
                {"name": "A", "owner": "B", "dueDate": "2026-12-31",
                 "target": {"comparison": "AT_MOST", "value": -5, "measure": "CHANGE", "baselineYear": 2027}}""")
                .statusCode(409).body("type", equalTo("https://serviceconcept.io/problems/dates-out-of-order"))
                .body("errors.pointer", contains("/dueDate"));
    }

    @Test
    void numbersFarOutOfRangeAreRefusedAndNotWorkedOut() {
        Api designer = Api.designer();
        String concept = designer.concept();

        for (String number : new String[] { "1e1000000000", "1e-1000000000", "1e400", "NaN" }) {
            designer.post(concept + "/channels", """
                    {"name": "A", "kind": "WEB", "costPerContact": %s}""".formatted(number)).statusCode(400);
        }
    }

    @Test
    void aFitAndAnImportanceStayOnTheirScales() {
        Example example = Example.created(Api.designer());
        String fit = example.concept() + "/gap-analysis/fits/" + example.heard() + "/" + example.desk();
        example.designer().put(fit, "\"0\"", "{\"fit\": 5}").statusCode(400).body("errors.pointer", contains("/fit"));
        example.designer().put(fit, "\"0\"", "{\"fit\": 2.5}").statusCode(400).body("errors.pointer", contains("/fit"));
        example.designer().put(example.concept() + "/needs/" + example.heard() + "/importance", "\"0\"", """
                {"importance": [{"group": "%1$s", "value": 6}, {"group": "%1$s", "value": -1}]}"""
                .formatted(example.young())).statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/importance/0/value", "/importance/1/value"));
        example.designer().put(example.concept() + "/needs/" + example.heard() + "/importance", "\"0\"", """
                {"importance": [{"group": "%1$s", "value": 3}, {"group": "%1$s", "value": 4}]}"""
                .formatted(example.young())).statusCode(400)
                .body("errors.pointer", contains("/importance/1/group"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "Has-Capitals", "two  words", "-edge", "ünïcode", "a/b" })
    void aSlugIsLowerCaseWordsWithHyphens(String slug) {
        Api.designer().post("/v1/concepts", "{\"name\": \"A\", \"slug\": \"%s\"}".formatted(slug)).statusCode(400)
                .body("errors.pointer", contains("/slug"));
    }

    @Test
    void aNameThatIsTakenIsRefusedWhateverItsCaseOrAccents() {
        Api designer = Api.designer();
        String concept = designer.concept();
        designer.created(concept + "/layers", LAYER);

        designer.post(concept + "/layers", LAYER.replace("Digital", "DIGITÁL")).statusCode(409).body("type",
                equalTo("https://serviceconcept.io/problems/duplicate-name"));
    }

    @Test
    void aChangeNamesTheVersionItBuildsOn() {
        Api designer = Api.designer();
        String concept = designer.concept();
        String layer = designer.created(concept + "/layers", LAYER);

        designer.request().contentType(ContentType.JSON).body(LAYER).put(layer).then().statusCode(428).body("type",
                equalTo("https://serviceconcept.io/problems/precondition-required"));
        designer.request().delete(layer).then().statusCode(428);
        designer.put(layer, "*", LAYER).statusCode(400);
        designer.put(layer, "\"1\"", LAYER).statusCode(412);
        designer.delete(layer, "\"7\"").statusCode(412);
        designer.manager().request().put(concept + "/proposal").then().statusCode(428);
        designer.manager().put(concept + "/proposal", "\"1\"", "").statusCode(412);
    }

    @Test
    void anotherOrganisationsConceptIsNotThere() {
        Example example = Example.created(Api.designer());
        Api stranger = Api.designer().with("fenna", "manager", "designer");
        String concept = example.concept();
        String layer = concept + "/layers/" + example.selfService();
        String before = example.designer().get(concept).extract().asString();

        for (String path : new String[] { "", "/direction", "/layers", "/customer-groups", "/channels", "/needs",
                "/objectives", "/gap-analysis", "/editions", "/history", "/evaluation", "/editions/1",
                "/needs/" + example.heard() + "/importance", "/layers/" + example.selfService() }) {
            stranger.get(concept + path).statusCode(404).contentType("application/problem+json")
                    .body("type", equalTo("https://serviceconcept.io/problems/not-found"));
        }
        stranger.post(concept + "/layers", LAYER).statusCode(404);
        stranger.put(layer, "\"2\"", LAYER).statusCode(404);
        stranger.delete(layer, "\"2\"").statusCode(404);
        stranger.put(concept + "/direction", "\"0\"", "{\"mission\": \"Taken over\"}").statusCode(404);
        stranger.put(concept + "/channels/" + example.desk() + "/status", "\"4\"", "{\"status\": \"RETIRED\"}")
                .statusCode(404);
        stranger.put(concept + "/gap-analysis/fits/" + example.heard() + "/" + example.desk(), "\"0\"", "{\"fit\": 0}")
                .statusCode(404);
        stranger.put(concept + "/proposal", "\"1\"", "").statusCode(404);
        stranger.delete(concept + "/proposal", "\"1\"").statusCode(404);
        stranger.request().contentType(ContentType.JSON).header("If-Match", "\"1\"")
                .body("{\"inForceFrom\": \"2026-01-01\"}").post(concept + "/editions").then().statusCode(404);
        assertThat(example.designer().get(concept).extract().asString()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = { "nonsense", "%00", "00000000-0000-0000-0000-000000000000", "..%2f..", "A" })
    void whatCannotBeAConceptIsNotThere(String id) {
        Api.designer().request().urlEncodingEnabled(false).get("/v1/concepts/" + id).then().statusCode(404);
        Api.designer().request().urlEncodingEnabled(false).get("/v1/concepts/" + id + "/gap-analysis").then()
                .statusCode(404);
        Api.designer().request().urlEncodingEnabled(false).header("If-Match", "\"1\"")
                .delete("/v1/concepts/" + id + "/needs/" + id).then().statusCode(404);
    }

    @Test
    void aZeroInATextIsRefusedWhereverItStands() {
        Api designer = Api.designer();
        String concept = designer.concept();
        for (String query : List.of("/my-work?owner=%00", "/ideas?need=%00", "/ideas?state=%00")) {
            assertThat(designer.request().urlEncodingEnabled(false).get(concept + query).statusCode()).as(query)
                    .isIn(200, 400);
        }
        designer.request().urlEncodingEnabled(false).header("If-Match", "\"1\"").delete(concept + "/needs/%00").then()
                .statusCode(404);
    }

    @Test
    void everyRoleMayWhatItMayAndNothingElse() {
        Example example = Example.created(Api.designer());
        Api designer = example.designer();
        String concept = example.concept();
        for (String role : new String[] { "viewer", "analyst", "manager", "admin", "designer" }) {
            designer.with("r", role).get(concept).statusCode(200);
            designer.with("r", role).get("/v1/concepts").statusCode(200);
        }
        for (String role : new String[] { "viewer", "analyst", "integration", "operator" }) {
            designer.with("r", role).post(concept + "/layers", LAYER).statusCode(403);
            designer.with("r", role).post("/v1/concepts", "{\"name\": \"A\", \"slug\": \"a\"}").statusCode(403);
        }
        for (String role : new String[] { "integration", "operator" }) {
            designer.with("r", role).get(concept).statusCode(403).contentType("application/problem+json");
        }
        designer.put(concept + "/proposal", designer.version(concept), "").statusCode(403);
        given().contentType(ContentType.JSON).get(concept).then().statusCode(401)
                .contentType("application/problem+json");
        given().auth().oauth2("not.a.token").get(concept).then().statusCode(401);
    }

    @Test
    void textsHaveALength() {
        Api.designer().post("/v1/concepts", """
                {"name": "%s", "slug": "%s", "description": "%s"}"""
                .formatted("n".repeat(201), "s".repeat(101), "d".repeat(4001))).statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/name", "/slug", "/description"));
    }

    @Test
    void onlyJsonIsRead() {
        Api.designer().request().contentType(ContentType.TEXT).body("name").post("/v1/concepts").then().statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void listsAreBounded() {
        Api designer = Api.designer();
        designer.get("/v1/concepts?limit=201").statusCode(400).body("errors.pointer", contains("?limit"));
        designer.get("/v1/concepts?limit=0").statusCode(400);
        designer.get("/v1/concepts?cursor=made-up").statusCode(400);
        designer.get("/v1/concepts?slug=" + UUID.randomUUID() + "_").statusCode(400);
    }
}
