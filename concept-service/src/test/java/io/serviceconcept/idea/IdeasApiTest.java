package io.serviceconcept.idea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.testing.Api;
import io.serviceconcept.testing.Example;

@QuarkusTest
@WithTestResource(RealParts.class)
class IdeasApiTest {

    private static final String PLAIN = """
            {"title": "Evening calls", "origin": "NEED", "owner": "Head of service"}""";

    private static String full(Example example) {
        return """
                {"title": "Evening calls", "description": "For who works by day", "origin": "NEED",
                 "features": ["Open until nine"], "processes": ["Rosters"], "systems": ["Planner"],
                 "needs": ["%1$s"], "channels": ["%2$s"],
                 "scores": {"customerValue": 5, "businessValue": 3, "effort": 2}, "cost": 12500.50,
                 "expectedEffects": [{"need": "%1$s", "channel": "%2$s", "fit": 4}], "owner": "Head of service"}"""
                .formatted(example.heard(), example.video());
    }

    static ValidatableResponse moved(Api api, String idea, String to) {
        return conditional(api, api.version(idea)).body("""
                {"to": "%s", "reason": "It is time"}""".formatted(to)).post(idea + "/transitions").then();
    }

    private static RequestSpecification conditional(Api api, String ifMatch) {
        return api.request().contentType(ContentType.JSON).header("If-Match", ifMatch);
    }

    private static RequestSpecification keyed(Api api, String key, String body) {
        return api.request().contentType(ContentType.JSON).header("Idempotency-Key", key).body(body);
    }

    private static String scored(String title, String scores) {
        return """
                {"title": "%s", "origin": "STRATEGY", "owner": "Head of service", "scores": {%s}}"""
                .formatted(title, scores);
    }

    @Test
    void anIdeaIsProposedWithAllItHolds() {
        Example example = Example.created(Api.designer());

        String idea = example.designer().created(example.concept() + "/ideas", full(example));

        example.designer().with("vera", "viewer").get(idea).statusCode(200).header("ETag", "\"1\"")
                .body("title", equalTo("Evening calls"), "origin", equalTo("NEED"), "state", equalTo("PROPOSED"),
                        "nextStates", contains("SELECTED"), "features", contains("Open until nine"),
                        "needs", contains(example.heard()), "channels", contains(example.video()),
                        "scores.customerValue", equalTo(5), "scores.effort", equalTo(2), "cost", equalTo(12500.5f),
                        "expectedEffects[0].fit", equalTo(4), "owner", equalTo("Head of service"), "tests", equalTo(0));
    }

    @Test
    void anIdeaIsChangedOnTheVersionThatWasSeen() {
        Example example = Example.created(Api.designer());
        Api designer = example.designer();
        String idea = designer.created(example.concept() + "/ideas", full(example));

        designer.put(idea, "\"1\"", PLAIN.replace("Evening", "Saturday")).statusCode(200).header("ETag", "\"2\"")
                .body("title", equalTo("Saturday calls"), "needs", empty(), "scores", nullValue());

        designer.put(idea, "\"1\"", PLAIN).statusCode(412)
                .body("type", equalTo("https://serviceconcept.io/problems/stale-version"));
        designer.request().contentType(ContentType.JSON).body(PLAIN).put(idea).then().statusCode(428);
        conditional(designer, "\"1\"").body("{\"to\": \"SELECTED\", \"reason\": \"Now\"}").post(idea + "/transitions")
                .then().statusCode(412);
        designer.post(idea + "/transitions", "{\"to\": \"SELECTED\", \"reason\": \"Now\"}").statusCode(428);
    }

    @Test
    void anIdeaGoesItsWayAndTheHistorySaysWhy() {
        Example example = Example.created(Api.designer());
        Api designer = example.designer();
        String idea = designer.created(example.concept() + "/ideas", full(example));

        moved(designer, idea, "SELECTED").statusCode(201).body("state", equalTo("SELECTED"));
        moved(designer.manager(), idea, "IN_TEST").statusCode(201).body("nextStates", contains("VALIDATED", "REJECTED"));
        moved(designer, idea, "VALIDATED").statusCode(201);
        moved(designer, idea, "REALISED").statusCode(201).body("state", equalTo("REALISED"), "nextStates", empty());
        conditional(designer, designer.version(idea)).body(PLAIN).put(idea).then().statusCode(409)
                .body("type", equalTo("https://serviceconcept.io/problems/idea-is-over"));

        Response history = designer.with("vera", "viewer").request().get(idea + "/history?limit=3");
        assertThat(history.jsonPath().getList("items.event")).isEqualTo(
                List.of("idea.proposed.v1", "idea.selected.v1", "idea.put-to-test.v1"));
        assertThat(history.jsonPath().getList("items.what")).isEqualTo(
                List.of("Idea \"Evening calls\" proposed", "Idea became SELECTED", "Idea became IN_TEST"));
        assertThat(history.jsonPath().getList("items.who")).isEqualTo(List.of("dirk", "dirk", "marit"));
        assertThat(history.jsonPath().getString("items[1].why")).isEqualTo("It is time");
        String next = history.header("Link").replaceAll(".*<([^>]+)>.*", "$1");
        designer.request().urlEncodingEnabled(false).get(next).then()
                .body("items.event", contains("idea.validated.v1", "idea.realised.v1"));
    }

    @Test
    void aStepThatIsNotNextIsRefusedWithWhatIsAllowed() {
        Api designer = Api.designer();
        String idea = designer.created(designer.concept() + "/ideas", PLAIN);

        moved(designer, idea, "REALISED").statusCode(409)
                .body("type", equalTo("https://serviceconcept.io/problems/idea-state-not-next"))
                .body("allowed", contains("SELECTED"));
        designer.get(idea).body("state", equalTo("PROPOSED"), "version", equalTo(1));
    }

    @Test
    void unknownNeedsAndChannelsAreAllNamed() {
        Example example = Example.created(Api.designer());
        Api designer = example.designer();
        String body = """
                {"title": "Lost", "origin": "LAW", "owner": "A", "needs": ["%s", "nothing"], "channels": ["telex"],
                 "expectedEffects": [{"need": "%s", "channel": "%s", "fit": 1}]}"""
                .formatted(example.heard(), example.desk(), example.desk());

        designer.post(example.concept() + "/ideas", body).statusCode(409)
                .body("type", equalTo("https://serviceconcept.io/problems/unknown-reference"))
                .body("errors.pointer", contains("/needs/1", "/channels/0", "/expectedEffects/0/need"));

        String idea = designer.created(example.concept() + "/ideas", PLAIN);
        designer.put(idea, "\"1\"", body).statusCode(409).body("errors", hasSize(3));
        designer.get(idea).body("version", equalTo(1));
    }

    @Test
    void everyViolationIsNamedWithItsPointer() {
        Api designer = Api.designer();
        String concept = designer.concept();

        designer.post(concept + "/ideas", """
                {"title": " ", "origin": "WHIM", "state": "REALISED", "scores": {"customerValue": 6, "effort": 0},
                 "expectedEffects": [{"need": "n", "fit": 5}], "cost": -1}""").statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("https://serviceconcept.io/problems/invalid-input"))
                .body("errors.pointer", containsInAnyOrder("/title", "/origin", "/state", "/scores/customerValue",
                        "/scores/effort", "/expectedEffects/0/channel", "/expectedEffects/0/fit", "/cost", "/owner"));
        designer.get(concept + "/ideas").body("items", hasSize(0));
    }

    @Test
    void whatTheSchemaCannotSayIsNamedAtOnceToo() {
        Api designer = Api.designer();

        designer.post(designer.concept() + "/ideas", """
                {"title": "A", "origin": "NEED", "owner": "B", "cost": 1.234, "needs": ["a", "a"], "channels": ["b", "b"],
                 "expectedEffects": [{"need": "a", "channel": "b", "fit": 1}, {"need": "a", "channel": "b", "fit": 2}]}""")
                .statusCode(400).body("errors.pointer",
                        contains("/cost", "/needs/1", "/channels/1", "/expectedEffects/1"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"to\": \"SELECTED\"}", "{\"to\": \"SELECTED\", \"reason\": \" \"}",
            "{\"to\": \"ADORED\", \"reason\": \"a\"}", "{\"reason\": \"a\"}" })
    void aTransitionHasAStateAndAReason(String body) {
        Api designer = Api.designer();
        String idea = designer.created(designer.concept() + "/ideas", PLAIN);

        conditional(designer, "\"1\"").body(body).post(idea + "/transitions").then().statusCode(400)
                .body("errors", hasSize(1));
    }

    @Test
    void aRequestThatIsSentAgainIsAnsweredAgainAndDoneOnce() {
        Api designer = Api.designer();
        String ideas = designer.concept() + "/ideas";
        String key = UUID.randomUUID().toString();

        Response first = keyed(designer, key, PLAIN).post(ideas);
        Response second = keyed(designer, key, PLAIN).post(ideas);

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.asString()).isEqualTo(first.asString());
        keyed(designer, key, PLAIN.replace("Evening", "Other")).post(ideas).then().statusCode(409)
                .body("type", equalTo("https://serviceconcept.io/problems/idempotency-key-reused"));
        designer.get(ideas).body("items", hasSize(1));

        String idea = first.header("Location");
        for (int i = 0; i < 2; i++) {
            keyed(designer, "select", "{\"to\": \"SELECTED\", \"reason\": \"Now\"}").header("If-Match", "\"1\"")
                    .post(idea + "/transitions").then().statusCode(201).body("state", equalTo("SELECTED"));
        }
        designer.get(idea).body("version", equalTo(2));
    }

    @Test
    void whoMayNotChangeAnIdeaMayNot() {
        Api designer = Api.designer();
        String ideas = designer.concept() + "/ideas";
        String idea = designer.created(ideas, PLAIN);

        for (String role : List.of("viewer", "analyst", "integration", "operator")) {
            Api other = designer.with("o", role);
            other.post(ideas, PLAIN).statusCode(403).contentType("application/problem+json");
            other.put(idea, "\"1\"", PLAIN).statusCode(403);
            conditional(other, "\"1\"").body("{\"to\": \"SELECTED\", \"reason\": \"a\"}").post(idea + "/transitions").then()
                    .statusCode(403);
        }
        for (String role : List.of("integration", "operator")) {
            for (String path : List.of(ideas, idea, idea + "/history")) {
                designer.with("o", role).get(path).statusCode(403);
            }
        }
        for (String role : List.of("viewer", "designer", "analyst", "manager", "admin")) {
            for (String path : List.of(ideas, idea, idea + "/history")) {
                designer.with("o", role).get(path).statusCode(200);
            }
        }
    }

    @Test
    void theIdeasOfOthersAreNotThere() {
        Example example = Example.created(Api.designer());
        String ideas = example.concept() + "/ideas";
        String idea = example.designer().created(ideas, PLAIN);
        Api stranger = Api.designer().with("fenna", "manager", "designer");

        for (String path : List.of(ideas, idea, idea + "/history")) {
            stranger.get(path).statusCode(404).body("type", equalTo("https://serviceconcept.io/problems/not-found"));
        }
        stranger.post(ideas, PLAIN).statusCode(404);
        stranger.put(idea, "\"1\"", PLAIN).statusCode(404);
        conditional(stranger, "\"1\"").body("{\"to\": \"SELECTED\", \"reason\": \"a\"}").post(idea + "/transitions").then()
                .statusCode(404);
        // neither in another concept of the same organisation
        String elsewhere = idea.replace(example.concept(), example.designer().concept());
        example.designer().get(elsewhere).statusCode(404);
        example.designer().get(elsewhere + "/history").statusCode(404);
        example.designer().put(elsewhere, "\"1\"", PLAIN).statusCode(404);
        example.designer().get(ideas + "/nonsense").statusCode(404);
        example.designer().get(idea).body("version", equalTo(1));
    }

    @Test
    void ideasAreListedByStateNeedAndChannel() {
        Example example = Example.created(Api.designer());
        Api designer = example.designer();
        String ideas = example.concept() + "/ideas";
        String evening = designer.created(ideas, full(example));
        designer.created(ideas, PLAIN.replace("Evening", "Árchived"));
        designer.concept();
        moved(designer, evening, "SELECTED").statusCode(201);

        designer.get(ideas).body("items.title", contains("Árchived calls", "Evening calls"));
        designer.get(ideas + "?state=SELECTED").body("items.title", contains("Evening calls"),
                "items[0].state", equalTo("SELECTED"), "items[0].version", equalTo(2),
                "items[0].expectedEffects[0].fit", equalTo(4), "items[0].cost", equalTo(12500.5f));
        designer.get(ideas + "?state=REALISED").body("items", empty());
        designer.get(ideas + "?need=" + example.heard()).body("items.title", contains("Evening calls"));
        designer.get(ideas + "?need=" + example.contact()).body("items", empty());
        designer.get(ideas + "?channel=" + example.video()).body("items.title", contains("Evening calls"));
        designer.get(ideas + "?channel=" + example.desk()).body("items", empty());
        designer.put(evening, "\"2\"", PLAIN).statusCode(200);
        designer.get(ideas + "?channel=" + example.video()).body("items", empty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = { "title; One,Three,Two", "-customerValue; Two,One,Three",
            "-businessValue; Three,One,Two", "effort; One,Two,Three" })
    void ideasAreListedInTheOrderAskedForPageByPage(String sort, String titles) {
        Api designer = Api.designer();
        String ideas = designer.concept() + "/ideas";
        designer.created(ideas, scored("One", "\"customerValue\": 3, \"businessValue\": 2, \"effort\": 1"));
        designer.created(ideas, scored("Two", "\"customerValue\": 5, \"effort\": 1"));
        designer.created(ideas, scored("Three", "\"businessValue\": 4"));

        Response first = designer.request().get(ideas + "?limit=2&sort=" + sort);
        String next = first.header("Link").replaceAll(".*<([^>]+)>.*", "$1");
        Response last = designer.request().urlEncodingEnabled(false).get(next);

        assertThat(first.jsonPath().getList("items.title", String.class))
                .containsExactlyElementsOf(List.of(titles.split(",")).subList(0, 2));
        assertThat(last.jsonPath().getList("items.title", String.class)).containsExactly(titles.split(",")[2]);
        assertThat(last.header("Link")).isNull();
        String other = sort.equals("title") ? "effort" : "title";
        designer.request().urlEncodingEnabled(false).get(next.replace("sort=" + sort, "sort=" + other)).then()
                .statusCode(400).body("errors.pointer", contains("?cursor"));
    }

    @ParameterizedTest
    @CsvSource({ "state=LOVED, ?state", "need=%00, ?need", "channel=all, ?channel", "sort=cost, ?sort", "limit=0, ?limit",
            "cursor=made-up, ?cursor" })
    void aListThatCannotBeAskedForIsRefused(String query, String pointer) {
        Api designer = Api.designer();

        designer.request().urlEncodingEnabled(false).get(designer.concept() + "/ideas?" + query).then().statusCode(400)
                .body("errors.pointer", contains(pointer));
    }

    @Test
    void ideasAreReadAsTheyWere() {
        Example example = Example.created(Api.designer());
        Api designer = example.designer();
        String ideas = example.concept() + "/ideas";
        String none = designer.get(example.concept() + "/history?limit=200").extract().path("items[-1].when");
        String idea = designer.created(ideas, full(example));
        String proposed = lastMoment(designer, idea);
        moved(designer, idea, "SELECTED").statusCode(201);
        String selected = lastMoment(designer, idea);
        designer.put(idea, "\"2\"", PLAIN.replace("Evening", "Saturday")).statusCode(200);
        String changed = lastMoment(designer, idea);
        designer.created(ideas, PLAIN);

        designer.get(ideas + "?asOf=" + none).statusCode(200).body("items", empty());
        designer.get(idea + "?asOf=" + none).statusCode(404);
        designer.get(ideas + "?asOf=" + proposed).body("items.title", contains("Evening calls"),
                "items.state", contains("PROPOSED"), "items.version", contains(1));
        designer.get(idea + "?asOf=" + proposed).body("state", equalTo("PROPOSED"), "needs", contains(example.heard()))
                .header("ETag", "\"1\"");
        designer.get(ideas + "?state=SELECTED&need=" + example.heard() + "&asOf=" + selected)
                .body("items.title", contains("Evening calls"), "items[0].expectedEffects[0].fit", equalTo(4));
        designer.get(ideas + "?state=PROPOSED&asOf=" + selected).body("items", empty());
        designer.get(ideas + "?asOf=" + changed).body("items.title", contains("Saturday calls"),
                "items.state", contains("SELECTED"));
        designer.get(idea + "?asOf=" + changed).body("title", equalTo("Saturday calls"));
        designer.get(ideas).body("items.title", contains("Evening calls", "Saturday calls"));
        designer.get(ideas + "?asOf=yesterday").statusCode(400).body("errors.pointer", contains("?asOf"));
    }

    private static String lastMoment(Api designer, String idea) {
        return designer.get(idea + "/history?limit=200").extract().path("items[-1].when");
    }
}
