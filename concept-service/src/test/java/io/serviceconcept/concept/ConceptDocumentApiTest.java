package io.serviceconcept.concept;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.serviceconcept.eventsourcing.EventTypes;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.eventsourcing.testing.Topics;
import io.serviceconcept.testing.Api;
import io.serviceconcept.testing.Example;

/** A concept as a document: out of one organisation and into another. */
@QuarkusTest
@WithTestResource(RealParts.class)
class ConceptDocumentApiTest {

    private static final String IMPORTS = "/v1/concepts/imports";

    @Test
    void aConceptMovesToAnotherOrganisation() {
        Example example = filled();
        String document = document(example);
        Api theirs = Api.designer().manager();

        Response made = imported(theirs, document);
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        String copy = made.header("Location");
        made.then().body("concept.state", equalTo("DRAFT"), "concept.draftEdition", equalTo(1),
                "concept.editionInForce", nullValue(), "unresolvedIndicators", empty());
        assertThat(made.header("ETag")).isEqualTo("\"" + made.jsonPath().getInt("concept.version") + "\"");

        theirs.get("/v1/concepts").body("items", hasSize(1)).body("items[0].name", equalTo("Our service"));
        theirs.get(copy + "/direction").body("mission", equalTo("Serve everybody"));
        theirs.get(copy + "/channels").body("items.name", contains("Desk", "Video call"),
                "items.status", contains("PLANNED", "ACTIVE"));
        theirs.get(copy + "/layers/" + example.personal()).statusCode(404);
        theirs.get(copy + "/gap-analysis").body("cells[0].fit", equalTo(3.5f), "cells[0].assessors", equalTo(2));
        theirs.get(copy + "/needs?limit=1").body("items[0].name", equalTo("Being heard"));
        theirs.get(copy + "/history?limit=200").body("items.who.unique()", contains("marit"))
                .body("items[0].what", equalTo("Concept \"Our service\" imported from the document with SHA-256 "
                        + ConceptDocument.fingerprint(document.getBytes(StandardCharsets.UTF_8))));

        JsonNode again = tree(theirs.get(copy + "/export").statusCode(200).extract().asString());
        assertThat(withoutIds(again)).isEqualTo(withoutIds(tree(document)));
    }

    @Test
    void theDocumentSaysWhichEditionItStemsFrom() {
        Example example = Example.created(Api.designer());
        Api manager = example.designer().manager();
        manager.get(example.concept() + "/export").statusCode(200).body("format", equalTo("service-concept"),
                "version", equalTo(1), "stemsFrom", nullValue(), "concept.name", equalTo("Our service"),
                "parts.layers.name", contains("Self-service", "Personal"));
        example.adopted("2026-01-01");

        String seen = manager.version(example.concept() + "/export");
        manager.get(example.concept() + "/export").body("stemsFrom.edition", equalTo(1), "stemsFrom.inForceFrom",
                equalTo("2026-01-01"));
        manager.request().header("If-None-Match", seen).get(example.concept() + "/export").then().statusCode(304);
    }

    @Test
    void indicatorsTravelByDefinition() {
        Example example = Example.created(Api.designer());
        Api ours = example.designer().manager();
        String indicator = UUID.randomUUID().toString();
        String objective = """
                {"name": "Satisfied", "indicator": "%s", "owner": "Head of service", "window": "MONTH",
                 "dueDate": "2026-12-31", "target": {"comparison": "AT_LEAST", "value": 7}}""".formatted(indicator);
        example.designer().created(example.concept() + "/objectives", objective);
        defined(ours, indicator);
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> ours.get(example.concept() + "/export")
                .body("indicators", hasSize(1), "indicators[0].name", equalTo("Satisfaction"),
                        "indicators[0].definition.kind", equalTo("MEAN"), "indicators[0].definition.scale.max", equalTo(10),
                        "indicators[0].definition.anchors.norm", equalTo(7)));
        String document = document(example);

        String known = imported(ours, document.replace("\"s-", "\"copy-")).then().statusCode(201)
                .body("unresolvedIndicators", empty()).extract().header("Location");
        ours.get(known + "/objectives").body("items[0].indicator", equalTo(indicator));

        Api theirs = Api.designer().manager();
        String unknown = imported(theirs, document).then().statusCode(201)
                .body("unresolvedIndicators", hasSize(1)).body("unresolvedIndicators[0].id", equalTo(indicator),
                        "unresolvedIndicators[0].name", equalTo("Satisfaction"),
                        "unresolvedIndicators[0].definition.minimumN", equalTo(30),
                        "unresolvedIndicators[0].usedBy", contains("/parts/objectives/0/indicator"))
                .extract().header("Location");
        theirs.put(unknown + "/proposal", theirs.version(unknown), "").statusCode(409)
                .body("blockingReasons.code", contains("unknown-indicator"));
        assertThat(tree(theirs.get(unknown + "/export").extract().asString()).path("indicators"))
                .as("what is not resolved travels on").isEqualTo(tree(document).path("indicators"));

        String own = UUID.randomUUID().toString();
        defined(theirs, own);
        String recognised = Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> imported(theirs,
                document.replace("\"s-", "\"r" + UUID.randomUUID() + "-")).then().statusCode(201).extract(),
                answer -> answer.<List<?>> path("unresolvedIndicators").isEmpty()).header("Location");
        theirs.get(recognised + "/objectives").body("items[0].indicator", equalTo(own));
        theirs.put(recognised + "/proposal", theirs.version(recognised), "").statusCode(200);
    }

    private static void defined(Api api, String indicator) {
        Topics.event("measurement-events", api.organisation(), "indicator-" + indicator, 1,
                "measurement.indicator-defined.v1", """
                        {"indicator": "%s", "version": 1, "name": "Satisfaction", "unit": "mark", "better": "HIGHER",
                         "audience": "CUSTOMER", "kind": "MEAN", "scale": {"min": 1, "max": 10}, "minimumN": 30,
                         "anchors": {"lowest": 1, "norm": 7, "highest": 10}}""".formatted(indicator));
    }

    @Test
    void ideasTravelWithTheirScoresAndAreProposedAnew() {
        Example example = filled();
        String idea = example.designer().created(example.concept() + "/ideas", """
                {"title": "Evening calls", "description": "After work", "origin": "NEED", "features": ["Call back"],
                 "processes": ["Rostering"], "systems": ["Telephony"], "needs": ["%1$s"], "channels": ["%2$s"],
                 "scores": {"customerValue": 5, "effort": 2}, "cost": 12500.50,
                 "expectedEffects": [{"need": "%1$s", "channel": "%2$s", "fit": 4}], "owner": "Head of service"}"""
                .formatted(example.heard(), example.video()));
        example.designer().request().contentType(ContentType.JSON).header("If-Match", "\"1\"")
                .body("{\"to\": \"SELECTED\", \"reason\": \"It is time\"}").post(idea + "/transitions").then().statusCode(201);
        example.designer().created(example.concept() + "/ideas", """
                {"title": "Another", "origin": "LAW", "owner": "Nobody"}""");
        rejected(example, example.designer().created(example.concept() + "/ideas", """
                {"title": "Bad idea", "origin": "LAW", "owner": "Nobody"}"""));
        String document = document(example);
        assertThat(tree(document).path("ideas").findValuesAsText("title")).as("the open ones").containsExactly("Another",
                "Evening calls");

        Api theirs = Api.designer().manager();
        String copy = imported(theirs, document).then().statusCode(201).extract().header("Location");

        String video = theirs.get(copy + "/channels").extract().path("items.find { it.name == 'Video call' }.id");
        String heard = theirs.get(copy + "/needs").extract().path("items.find { it.name == 'Being heard' }.id");
        String theirIdea = theirs.get(copy + "/ideas").body("items.title", contains("Another", "Evening calls"),
                "items.state", contains("PROPOSED", "PROPOSED")).extract().path("items[1].id");
        theirs.get(copy + "/ideas/" + theirIdea).statusCode(200)
                .body("features", contains("Call back"), "processes", contains("Rostering"), "systems", contains("Telephony"))
                .body("needs", contains(heard), "channels", contains(video), "cost", equalTo(12500.5f))
                .body("scores.customerValue", equalTo(5), "scores.businessValue", nullValue(), "scores.effort", equalTo(2))
                .body("expectedEffects[0].need", equalTo(heard), "expectedEffects[0].channel", equalTo(video))
                .body("description", equalTo("After work"), "owner", equalTo("Head of service"), "tests", equalTo(0));
        JsonNode again = tree(theirs.get(copy + "/export").extract().asString());
        assertThat(withoutIds(again).path("ideas")).isEqualTo(withoutIds(tree(document)).path("ideas"));
    }

    private static void rejected(Example example, String idea) {
        for (String state : List.of("SELECTED", "IN_TEST", "REJECTED")) {
            example.designer().request().contentType(ContentType.JSON).header("If-Match", example.designer().version(idea))
                    .body("{\"to\": \"" + state + "\", \"reason\": \"So it goes\"}").post(idea + "/transitions").then()
                    .statusCode(201);
        }
    }

    @Test
    void aDocumentIsOfAMomentWithItsIdeas() {
        Example example = Example.created(Api.designer());
        Api manager = example.designer().manager();
        String idea = example.designer().created(example.concept() + "/ideas", """
                {"title": "Evening calls", "origin": "NEED", "owner": "Head of service"}""");
        String then = example.designer().get(idea + "/history").extract().path("items[0].when");
        String tag = manager.version(example.concept() + "/export");
        example.designer().put(idea, "\"1\"", """
                {"title": "Saturday calls", "origin": "NEED", "owner": "Head of service"}""").statusCode(200);
        example.designer().created(example.concept() + "/ideas", """
                {"title": "Another", "origin": "NEED", "owner": "Head of service"}""");

        manager.get(example.concept() + "/export?asOf=" + then).body("ideas.title", contains("Evening calls"));
        manager.get(example.concept() + "/export").body("ideas.title", contains("Another", "Saturday calls"));
        manager.request().header("If-None-Match", tag).get(example.concept() + "/export").then().statusCode(200);
    }

    @Test
    void whatIsWrongWithIdeasIsToldWithEverythingElseAndNothingIsStored() {
        Example example = filled();
        ObjectNode document = (ObjectNode) tree(document(example));
        document.withArray("ideas").addObject().put("title", "").put("origin", "NOBODY").put("owner", "x").put("colour", "red");
        document.withArray("ideas").addObject().put("title", "Good").put("origin", "NEED").put("owner", "x")
                .putArray("needs").add(example.video());
        document.withArray("ideas").addObject().put("title", "Good").put("origin", "NEED").put("owner", "x");
        document.withArray("ideas").add("no idea");
        document.put("unknown", 1);
        Api theirs = Api.designer().manager();

        imported(theirs, document.toString()).then().statusCode(400).body("errors.pointer", hasItems("/unknown",
                "/ideas/0/title", "/ideas/0/origin", "/ideas/0/colour", "/ideas/1/needs/0", "/ideas/3"));

        theirs.get("/v1/concepts").body("items", empty());
    }

    @Test
    void anImportWithIdeasThatIsSentTwiceMakesThemOnce() {
        Example example = filled();
        for (int i = 0; i < 3; i++) {
            example.designer().created(example.concept() + "/ideas", """
                    {"title": "Idea %d", "origin": "NEED", "owner": "Head of service"}""".formatted(i));
        }
        String document = document(example);
        Api theirs = Api.designer().manager();

        String copy = keyed(theirs, document).then().statusCode(201).extract().header("Location");
        keyed(theirs, document).then().statusCode(201).header("Location", equalTo(copy));

        theirs.get("/v1/concepts").body("items", hasSize(1));
        theirs.get(copy + "/ideas").body("items", hasSize(3));
        assertThat(imported(theirs, document).statusCode()).as("the slug is taken").isEqualTo(409);
        theirs.get(copy + "/ideas").body("items", hasSize(3));
    }

    @Test
    void aDocumentHoldsAtMost900Ideas() {
        Example example = filled();
        ObjectNode document = (ObjectNode) tree(document(example));
        for (int i = 0; i < ConceptDocument.MOST_IDEAS; i++) {
            document.withArray("ideas").addObject().put("title", "Idea " + i).put("origin", "NEED").put("owner", "x");
        }
        Api theirs = Api.designer().manager();
        String copy = imported(theirs, document.toString()).then().statusCode(201).extract().header("Location");
        theirs.get(copy + "/ideas?limit=200").body("items", hasSize(200));

        document.withArray("ideas").addObject().put("title", "More").put("origin", "NEED").put("owner", "x");
        imported(Api.designer().manager(), document.toString()).then().statusCode(413);
    }

    @Test
    void whatIsMeasuredAlongTouchpointsAndLocationsIsTold() {
        Example example = Example.created(Api.designer());
        example.designer().created(example.concept() + "/objectives", """
                {"name": "Satisfied", "owner": "Head", "slice": {"dimension": "LOCATION", "key": "Town hall"}}""");

        imported(Api.designer().manager(), document(example)).then().statusCode(201)
                .body("unresolvedSlices.key", contains("Town hall"), "unresolvedSlices.dimension", contains("LOCATION"),
                        "unresolvedSlices.pointer", contains("/parts/objectives/0/slice/key"));
    }

    @Test
    void everythingThatIsWrongIsAnsweredAtOnceAndNothingIsStored() {
        Api manager = Api.designer().manager();
        imported(manager, """
                {"format": "service-concept", "version": 1, "owner": "me",
                 "concept": {"name": " ", "slug": "Not a slug", "id": "7"},
                 "direction": {"mission": 7},
                 "parts": {
                   "layers": [{"id": "l1", "name": "Digital", "approach": "OWN", "position": 0},
                              {"id": "l2", "name": "digital", "approach": "OWN", "position": 1}],
                   "customerGroups": [{"id": "g1", "name": "Young", "share": 12.345, "selfReliance": "SOME",
                                       "digitalSkill": "HIGH"},
                                      {"id": "g2", "name": "Old", "share": 50, "selfReliance": "LOW",
                                       "digitalSkill": "HIGH", "homeLayer": "l9"}],
                   "channels": [{"id": "c1", "name": "Web", "kind": "WEB", "version": 3, "status": "OPEN"}],
                   "objectives": [{"name": "Satisfied", "owner": "Head",
                                   "target": {"comparison": "AT_MOST", "value": 5, "baselineYear": 2025}}]},
                 "fits": [{"need": "n1", "channel": "c1", "assessor": "1", "fit": 5}],
                 "importance": [{"need": "n1", "importance": [{"group": "g1", "value": 6}]}]}""").then()
                .statusCode(400).contentType("application/problem+json")
                .body("type", equalTo("https://serviceconcept.io/problems/invalid-input"))
                .body("errors.pointer", containsInAnyOrder("/owner", "/concept/name", "/concept/slug", "/concept/id",
                        "/direction/mission", "/parts/layers/0/position", "/parts/layers/1/name",
                        "/parts/customerGroups/0/selfReliance", "/parts/customerGroups/1/homeLayer",
                        "/parts/channels/0/version", "/parts/channels/0/status", "/parts/objectives/0/id",
                        "/parts/objectives/0/target/baselineYear", "/fits/0/fit", "/fits/0/need", "/importance/0/need",
                        "/importance/0/importance/0/value"));

        manager.get("/v1/concepts").body("items", empty());
    }

    @Test
    void whatIsNotADocumentIsRefused() {
        Api manager = Api.designer().manager();
        for (String body : new String[] { "", "null", "[]", "{", "{\"format\": \"a\", \"format\": \"b\"}", "{}" }) {
            imported(manager, body).then().statusCode(400).contentType("application/problem+json");
        }
        manager.request().contentType(ContentType.TEXT).body("{}").post(IMPORTS).then().statusCode(415);
        manager.get("/v1/concepts").body("items", empty());
    }

    @Test
    void aDocumentThatIsTooLargeIsRefused() {
        Api manager = Api.designer().manager();
        String padding = " ".repeat(ConceptImportsResource.LARGEST);
        imported(manager, "{}" + padding).then().statusCode(413)
                .body("type", equalTo("https://serviceconcept.io/problems/too-large"));
        ObjectNode document = minimal("much");
        for (int i = 0; i <= PartKind.LAYER.most(); i++) {
            document.withObject("/parts").withArray("layers").addObject().put("id", "l" + i);
        }
        imported(manager, document.toString()).then().statusCode(413)
                .body("type", equalTo("https://serviceconcept.io/problems/too-large"));
    }

    @Test
    void aTakenSlugLeavesNothingBehind() {
        Example example = Example.created(Api.designer());
        Api manager = example.designer().manager();

        imported(manager, document(example)).then().statusCode(409)
                .body("type", equalTo("https://serviceconcept.io/problems/slug-taken"));
        manager.get("/v1/concepts").body("items", hasSize(1));
    }

    @Test
    void aDocumentThatIsSentAgainIsImportedOnce() {
        Api manager = Api.designer().manager();
        String body = minimal("once").toString();
        Response first = keyed(manager, body);
        Response second = keyed(manager, body);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.asString()).isEqualTo(first.asString());
        keyed(manager, minimal("twice").toString()).then().statusCode(409)
                .body("type", equalTo("https://serviceconcept.io/problems/idempotency-key-reused"));
        manager.get("/v1/concepts").body("items.slug", contains("once"));
    }

    @Test
    void whoMayImportAndExport() {
        Example example = Example.created(Api.designer());
        for (String role : new String[] { "viewer", "designer", "operator" }) {
            example.designer().with("r", role).get(example.concept() + "/export").statusCode(403);
            imported(example.designer().with("r", role), minimal("a").toString()).then().statusCode(403);
        }
        for (String role : new String[] { "analyst", "manager", "integration", "admin" }) {
            example.designer().with("r", role).get(example.concept() + "/export").statusCode(200);
            Api.designer().with("r", role).get(example.concept() + "/export").statusCode(404);
            imported(example.designer().with("r", role), minimal(role).toString()).then().statusCode(201);
        }
        given().get(example.concept() + "/export").then().statusCode(401);
    }

    @Test
    void aLargeMatrixIsImportedWhole() {
        Api manager = Api.designer().manager();
        ObjectNode document = minimal("large");
        ObjectNode parts = document.withObject("/parts");
        for (int c = 0; c < 40; c++) {
            parts.withArray("channels").addObject().put("id", "c" + c).put("name", "Channel " + c).put("kind", "WEB");
        }
        for (int n = 0; n < 200; n++) {
            parts.withArray("needs").addObject().put("id", "n" + n).put("name", "Need " + n).put("audience", "CUSTOMER");
            for (int c = 0; c < 40; c++) {
                document.withArray("fits").addObject().put("need", "n" + n).put("channel", "c" + c).put("assessor", "1")
                        .put("fit", (n + c) % 5);
            }
        }

        String concept = imported(manager, document.toString()).then().statusCode(201)
                .body("concept.version", equalTo(1 + 240 + 8000)).extract().header("Location");
        manager.get(concept + "/gap-analysis").body("cells", hasSize(8000));
    }

    @Test
    void theDocumentIsDescribed() {
        JsonNode parts = tree(given().get("/q/openapi?format=json").asString())
                .at("/components/schemas/ConceptDocument/properties/parts/properties");

        assertThat(parts.properties()).extracting(kind -> kind.getKey()).contains("layers", "customerGroups", "channels",
                "needs", "objectives");
        assertThat(parts.at("/customerGroups/items/required").toString()).contains("\"id\"", "\"share\"");
        assertThat(parts.at("/channels/items/properties/status/enum").toString())
                .isEqualTo("[\"PLANNED\",\"PILOT\",\"ACTIVE\",\"RETIRED\"]");
        assertThat(parts.at("/channels/items/additionalProperties").toString()).isEqualTo("false");
        JsonNode idea = tree(given().get("/q/openapi?format=json").asString())
                .at("/components/schemas/ConceptDocument/properties/ideas/items");
        assertThat(idea.path("properties").properties()).extracting(field -> field.getKey())
                .contains("title", "scores").doesNotContain("id", "state", "tests");
        assertThat(idea.path("additionalProperties").toString()).isEqualTo("false");
    }

    /** With a direction, importance, and fits by two assessors. */
    private static Example filled() {
        Example example = Example.created(Api.designer());
        Api designer = example.designer();
        designer.put(example.concept() + "/direction", "\"0\"", """
                {"mission": "Serve everybody", "values": ["Near"], "policyChoices": []}""").statusCode(200);
        designer.put(example.concept() + "/needs/" + example.heard() + "/importance", "\"0\"", """
                {"importance": [{"group": "%s", "value": 2, "date": "2026-02-01"},
                                {"group": "%s", "value": 5, "source": "Interviews"}]}"""
                .formatted(example.young(), example.old())).statusCode(200);
        String fit = example.concept() + "/gap-analysis/fits/" + example.heard() + "/" + example.video();
        designer.request().contentType(ContentType.JSON).body("{\"fit\": 3}").put(fit).then().statusCode(200);
        designer.manager().request().contentType(ContentType.JSON).body("{\"fit\": 4, \"rationale\": \"Seen\"}").put(fit)
                .then().statusCode(200);
        designer.created(example.concept() + "/objectives", """
                {"name": "Satisfied", "owner": "Head", "weight": 2.5, "slice": {"dimension": "NEED_CHANNEL", "key": "%s|%s"},
                 "target": {"comparison": "AT_LEAST", "value": 100}}""".formatted(example.heard(), example.video()));
        example.activate(example.video());
        return example;
    }

    private static String document(Example example) {
        return example.designer().manager().get(example.concept() + "/export").statusCode(200).extract().asString();
    }

    private static ObjectNode minimal(String slug) {
        ObjectNode document = EventTypes.json().createObjectNode().put("format", "service-concept").put("version", 1);
        document.putObject("concept").put("name", "Moved").put("slug", slug);
        return document;
    }

    private static Response imported(Api api, String document) {
        return api.request().contentType(ContentType.JSON).body(document).post(IMPORTS);
    }

    private static Response keyed(Api api, String document) {
        return api.request().contentType(ContentType.JSON).header("Idempotency-Key", "import").body(document).post(IMPORTS);
    }

    private static JsonNode tree(String json) {
        try {
            return EventTypes.json().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode withoutIds(JsonNode document) {
        String json = document.toString();
        int place = 0;
        for (JsonNode kind : document.path("parts")) {
            for (JsonNode part : kind) {
                json = json.replace(part.path("id").textValue(), "part " + place++);
            }
        }
        return tree(json);
    }
}
