package io.serviceconcept.idea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.serviceconcept.eventsourcing.Subjects;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.testing.Api;
import io.serviceconcept.testing.Example;

@QuarkusTest
@WithTestResource(RealParts.class)
class ConceptTestsApiTest {

    private static final String PLANNED = """
            {"target": {"kind": "IDEA"}, "kind": "INTERVIEW", "from": "2026-03-02"}""";

    @Inject
    Subjects subjects;

    @Inject
    DataSource dataSource;

    private static String idea(Api designer, String concept) {
        return designer.created(concept + "/ideas", """
                {"title": "Evening calls", "origin": "NEED", "owner": "Head of service"}""");
    }

    private static ValidatableResponse added(Api api, String idea, String ifMatch, String body) {
        return api.request().contentType(ContentType.JSON).header("If-Match", ifMatch).body(body).post(idea + "/tests")
                .then();
    }

    private static String test(Api designer, String idea) {
        return added(designer, idea, designer.version(idea), PLANNED).statusCode(201).extract().header("Location");
    }

    private static String quote(String pseudonym, String text) {
        return """
                {"pseudonym": "%s", "text": "%s"}""".formatted(pseudonym, text);
    }

    @Test
    void anIdeaHasSoManyTestsAndATestSoManyQuotes() {
        Api designer = Api.designer();
        String idea = idea(designer, Example.created(designer).concept());
        String test = test(designer, idea);
        for (int i = 1; i < IdeaDecider.MOST_TESTS; i++) {
            added(designer, idea, "\"" + (i + 1) + "\"", PLANNED).statusCode(201);
        }
        added(designer, idea, designer.version(idea), PLANNED).statusCode(409)
                .body("type", equalTo("https://serviceconcept.io/problems/too-many-tests"));

        for (int i = 0; i < IdeaDecider.MOST_QUOTES; i++) {
            designer.created(test + "/quotes", quote("p-" + i % 3, "At last I can call"));
        }
        designer.post(test + "/quotes", quote("p-1", "And again")).statusCode(409)
                .body("type", equalTo("https://serviceconcept.io/problems/too-many-quotes"));
    }

    @Test
    void aTestIsPlannedAndLaterHasItsResult() {
        Example example = Example.created(Api.designer());
        Api designer = example.designer();
        String idea = idea(designer, example.concept());

        String test = added(designer, idea, "\"1\"", """
                {"target": {"kind": "MEANS", "channel": "%s", "means": "Screen sharing"}, "kind": "PROTOTYPE",
                 "from": "2026-03-02"}""".formatted(example.video())).statusCode(201).header("ETag", "\"2\"")
                .body("target.kind", equalTo("MEANS"), "version", equalTo(2)).extract().header("Location");
        designer.put(test, "\"2\"", """
                {"target": {"kind": "CHANNEL", "channel": "%s"}, "kind": "PROTOTYPE", "from": "2026-03-02",
                 "until": "2026-03-13", "participants": 12, "groups": ["%s"], "result": "Nine of twelve would use it",
                 "verdict": "CONFIRMED"}""".formatted(example.video(), example.old())).statusCode(200);

        designer.with("vera", "viewer").get(test).statusCode(200).header("ETag", "\"3\"")
                .body("target.channel", equalTo(example.video()), "until", equalTo("2026-03-13"),
                        "participants", equalTo(12), "groups", contains(example.old()),
                        "result", equalTo("Nine of twelve would use it"), "verdict", equalTo("CONFIRMED"));
        designer.get(idea).body("tests", equalTo(1), "version", equalTo(3));
        designer.get(idea + "/history").body("items.what", contains("Idea \"Evening calls\" proposed",
                "Test PROTOTYPE of the MEANS added", "Test PROTOTYPE of the CHANNEL changed"));
        designer.get(example.concept() + "/ideas").body("items[0].version", equalTo(3));
    }

    @Test
    void testsAreListedInTheirOrder() {
        Api designer = Api.designer();
        String idea = idea(designer, designer.concept());
        String first = test(designer, idea);
        added(designer, idea, "\"2\"", PLANNED.replace("IDEA", "DRAFT")).statusCode(201);

        Response page = designer.request().get(idea + "/tests?limit=1");
        String next = page.header("Link").replaceAll(".*<([^>]+)>.*", "$1");

        assertThat(page.jsonPath().getList("items.id", String.class)).allMatch(first::endsWith).hasSize(1);
        designer.request().urlEncodingEnabled(false).get(next).then().body("items.target.kind", contains("DRAFT"));
    }

    @Test
    void aTestIsAddedAndChangedOnTheVersionThatWasSeen() {
        Api designer = Api.designer();
        String idea = idea(designer, designer.concept());
        String test = test(designer, idea);

        added(designer, idea, "\"1\"", PLANNED).statusCode(412);
        designer.post(idea + "/tests", PLANNED).statusCode(428);
        designer.put(test, "\"1\"", PLANNED).statusCode(412);
        designer.request().contentType(ContentType.JSON).body(PLANNED).put(test).then().statusCode(428);
        designer.get(idea + "/tests").body("items", hasSize(1));
    }

    @Test
    void theSameTestSentAgainIsAddedOnce() {
        Api designer = Api.designer();
        String idea = idea(designer, designer.concept());
        String[] locations = new String[2];
        for (int i = 0; i < 2; i++) {
            locations[i] = designer.request().contentType(ContentType.JSON).header("If-Match", "\"1\"")
                    .header("Idempotency-Key", "once").body(PLANNED).post(idea + "/tests").then().statusCode(201)
                    .body("kind", equalTo("INTERVIEW")).extract().header("Location");
        }

        assertThat(locations[1]).isEqualTo(locations[0]);
        designer.get(idea + "/tests").body("items", hasSize(1));
    }

    @Test
    void unknownPartsAreAllNamed() {
        Api designer = Api.designer();
        String idea = idea(designer, designer.concept());

        added(designer, idea, "\"1\"", """
                {"target": {"kind": "CHANNEL", "channel": "telex"}, "kind": "SURVEY", "from": "2026-03-02",
                 "groups": ["nobody"]}""").statusCode(409)
                .body("type", equalTo("https://serviceconcept.io/problems/unknown-reference"))
                .body("errors.pointer", contains("/target/channel", "/groups/0"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '|', value = {
            "{};/target,/kind,/from",
            "{\"target\":{\"kind\":\"GUESS\"},\"kind\":\"a b\",\"from\":\"soon\",\"participants\":-1,\"quotes\":[]};/target/kind,/kind,/from,/participants,/quotes",
            "{\"target\":{\"kind\":\"IDEA\",\"channel\":\"c\",\"means\":\"m\"},\"kind\":\"A\",\"from\":\"2026-03-02\",\"until\":\"2026-03-01\",\"verdict\":\"REFUTED\",\"groups\":[\"g\",\"g\"]};/target/channel,/target/means,/until,/result,/groups/1",
            "{\"target\":{\"kind\":\"MEANS\"},\"kind\":\"A\",\"from\":\"2026-03-02\"};/target/channel,/target/means",
            "{\"target\":{\"kind\":\"CHANNEL\",\"channel\":\"c\",\"means\":\"m\"},\"kind\":\"A\",\"from\":\"2026-03-02\"};/target/means" })
    void everyViolationIsNamedWithItsPointer(String body, String pointers) {
        Api designer = Api.designer();
        String idea = idea(designer, designer.concept());

        added(designer, idea, "\"1\"", body).statusCode(400).body("errors.pointer",
                containsInAnyOrder(pointers.split(",")));
        designer.get(idea).body("version", equalTo(1));
    }

    @Test
    void whoReadsATestMayNotAllReadItsQuotes() {
        Api designer = Api.designer();
        String idea = idea(designer, designer.concept());
        String test = test(designer, idea);
        String quote = designer.created(test + "/quotes", quote("p-1", "At last I can call"));

        for (String role : List.of("designer", "manager", "admin")) {
            designer.with("r", role).get(test + "/quotes").statusCode(200)
                    .body("items.text", contains("At last I can call"));
            designer.with("r", role).get(quote).statusCode(200).body("text", equalTo("At last I can call"));
        }
        for (String role : List.of("viewer", "analyst")) {
            Api reader = designer.with("r", role);
            reader.get(test + "/quotes").statusCode(403);
            reader.get(quote).statusCode(403);
            reader.post(test + "/quotes", quote("p-1", "Mine")).statusCode(403);
            for (String path : List.of(idea, idea + "/tests", test, idea + "/history")) {
                reader.get(path).statusCode(200).body(not(containsString("At last")));
            }
        }
        added(designer.with("r", "viewer"), idea, "\"3\"", PLANNED).statusCode(403);
    }

    @Test
    void aQuoteIsGoneWhenWhoSaidItIsErasedAndEverythingElseStays() {
        Api designer = Api.designer();
        String idea = idea(designer, designer.concept());
        String test = test(designer, idea);
        String gone = designer.created(test + "/quotes", quote("p-1", "I am Ann of the canal"));
        designer.created(test + "/quotes", quote("p-2", "Somebody else said this"));
        String before = designer.get(test).extract().asString();
        String history = designer.get(idea + "/history").extract().asString();

        subjects.erase(designer.organisation(), subjects.of(designer.organisation(), "p-1"));

        designer.get(test + "/quotes").body("items.text", contains("Somebody else said this"));
        designer.get(gone).statusCode(404);
        assertThat(designer.get(test).extract().asString()).isEqualTo(before);
        assertThat(designer.get(idea + "/history").extract().asString()).isEqualTo(history);
        designer.post(test + "/quotes", quote("p-1", "I come late")).statusCode(201);
        designer.get(test + "/quotes").body("items", hasSize(1));
        IdeasApiTest.moved(designer, idea, "SELECTED").statusCode(201);
    }

    @Test
    void aQuoteIsNowhereInPlainAndItsPseudonymNowhere() throws SQLException {
        Api designer = Api.designer();
        String idea = idea(designer, designer.concept());
        String test = test(designer, idea);
        String word = UUID.randomUUID().toString();
        String pseudonym = UUID.randomUUID().toString();

        designer.post(test + "/quotes", quote(pseudonym, word)).statusCode(201).body(not(containsString(word)))
                .header("Location", not(containsString(pseudonym)));

        assertThat(rowsWith(word)).isZero();
        assertThat(rowsWith(pseudonym)).isZero();
        assertThat(rowsWith("Evening calls")).isPositive();
    }

    private long rowsWith(String word) throws SQLException {
        String sql = """
                SELECT (SELECT count(*) FROM event e WHERE e::text LIKE '%' || ? || '%')
                    + (SELECT count(*) FROM concept_idea i WHERE i::text LIKE '%' || ? || '%')""";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, word);
            statement.setString(2, word);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    @Test
    void quotesArePagedWithoutThoseThatAreGone() {
        Api designer = Api.designer();
        String idea = idea(designer, designer.concept());
        String test = test(designer, idea);
        for (String who : List.of("p-1", "p-2", "p-1", "p-3")) {
            designer.created(test + "/quotes", quote(who, "Said by " + who));
        }
        subjects.erase(designer.organisation(), subjects.of(designer.organisation(), "p-1"));

        Response first = designer.request().get(test + "/quotes?limit=1");
        String next = first.header("Link").replaceAll(".*<([^>]+)>.*", "$1");

        assertThat(first.jsonPath().getList("items.text")).isEqualTo(List.of("Said by p-2"));
        assertThat(first.header("ETag")).isNull();
        Response last = designer.request().urlEncodingEnabled(false).get(next);
        assertThat(last.jsonPath().getList("items.text")).isEqualTo(List.of("Said by p-3"));
        assertThat(last.header("Link")).isNull();
    }

    @Test
    void aQuoteHasAPseudonymAndAText() {
        Api designer = Api.designer();
        String test = test(designer, idea(designer, designer.concept()));

        designer.post(test + "/quotes", """
                {"pseudonym": " ", "text": "%s", "name": "Ann"}""".formatted("a".repeat(4001))).statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/pseudonym", "/text", "/name"))
                .body(not(containsString("aaaa")));
        designer.get(test + "/quotes").body("items", empty());
    }

    @Test
    void theTestsOfOthersAreNotThere() {
        Api designer = Api.designer();
        String idea = idea(designer, designer.concept());
        String test = test(designer, idea);
        String quote = designer.created(test + "/quotes", quote("p-1", "Mine"));
        Api stranger = Api.designer().with("fenna", "manager", "designer");

        for (String path : List.of(idea + "/tests", test, test + "/quotes", quote)) {
            stranger.get(path).statusCode(404);
        }
        added(stranger, idea, "\"1\"", PLANNED).statusCode(404);
        stranger.put(test, "\"2\"", PLANNED).statusCode(404);
        stranger.post(test + "/quotes", quote("p-1", "Theirs")).statusCode(404);
        String absent = idea + "/tests/" + UUID.randomUUID();
        designer.get(absent).statusCode(404);
        designer.get(absent + "/quotes").statusCode(404);
        designer.put(absent, designer.version(idea), PLANNED).statusCode(404);
        designer.post(absent + "/quotes", quote("p-1", "Into nothing")).statusCode(404);
        designer.get(test + "/quotes/" + UUID.randomUUID()).statusCode(404);
    }
}
