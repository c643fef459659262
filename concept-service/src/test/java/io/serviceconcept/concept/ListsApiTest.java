package io.serviceconcept.concept;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.testing.Api;
import io.serviceconcept.testing.Example;

/** Lists that are not of parts are ordered and searched as those of parts are. */
@QuarkusTest
@WithTestResource(RealParts.class)
class ListsApiTest {

    private Example example;
    private Api designer;

    @BeforeEach
    void aConcept() {
        example = Example.created(Api.designer());
        designer = example.designer();
    }

    @Test
    void aHistoryIsReadFromItsEndToo() {
        example.activate(example.desk());
        String history = example.concept() + "/history";

        String next = designer.get(history + "?sort=-version&limit=1").statusCode(200)
                .body("items.event", contains("concept.channel-status-changed.v1")).extract().header("Link")
                .replaceAll(".*<([^>]+)>.*", "$1");
        designer.request().urlEncodingEnabled(false).get(next).then().statusCode(200)
                .body("items.event", contains("concept.need-added.v1"));
        designer.get(history + "?limit=1").body("items.event", contains("concept.created.v1"));
    }

    @Test
    void aHistoryIsAskedForOneKindOfEventOrOnePerson() {
        designer.manager().put(example.concept() + "/direction", "\"0\"", "{\"mission\": \"Serve\"}").statusCode(200);
        String history = example.concept() + "/history";

        designer.get(history + "?event=concept.layer-added.v1").body("items.size()", equalTo(2))
                .body("items.event", everyItem(equalTo("concept.layer-added.v1")));
        designer.get(history + "?who=marit").body("items.event", contains("concept.direction-set.v1"));
        designer.get(history + "?who=nobody").body("items", empty());
        String next = designer.get(history + "?event=concept.layer-added.v1&limit=1").extract().header("Link")
                .replaceAll(".*<([^>]+)>.*", "$1");
        designer.request().urlEncodingEnabled(false).get(next).then().body("items.size()", equalTo(1))
                .body("items.event", contains("concept.layer-added.v1"));
    }

    @Test
    void editionsAreReadFromTheLastToo() {
        example.adopted("2026-01-01");
        example.adopted("2026-02-01");
        example.adopted("2026-03-01");
        String editions = example.concept() + "/editions";

        designer.get(editions).body("items.edition", contains(1, 2, 3));
        String next = designer.get(editions + "?sort=-edition&limit=2").body("items.edition", contains(3, 2)).extract()
                .header("Link").replaceAll(".*<([^>]+)>.*", "$1");
        designer.request().urlEncodingEnabled(false).get(next).then().body("items.edition", contains(1));
        designer.request().urlEncodingEnabled(false).get(next.replace("sort=-edition", "sort=edition")).then()
                .statusCode(400).body("errors.pointer", contains("?cursor"));
    }

    @Test
    void ideasAreFoundByWhatTheirTitleHolds() {
        idea("Calls in the évening");
        idea("100 % at home");

        String ideas = example.concept() + "/ideas";
        designer.get(ideas + "?q=EVENING").body("items.title", contains("Calls in the évening"));
        designer.get(ideas + "?q={q}", "0 %").body("items.title", contains("100 % at home"));
        designer.get(ideas + "?q={q}", "%").body("items.title", contains("100 % at home"));
        designer.get(ideas + "?q=nothing").body("items", empty());
    }

    @Test
    void testsOfAnIdeaAreAskedForByVerdictAndKind() {
        String idea = idea("Evening calls");
        test(idea, "INTERVIEW", "");
        test(idea, "PROTOTYPE", ", \"result\": \"They like it\", \"verdict\": \"CONFIRMED\"");

        designer.get(idea + "/tests?verdict=CONFIRMED").body("items.kind", contains("PROTOTYPE"));
        designer.get(idea + "/tests?kind=INTERVIEW").body("items.kind", contains("INTERVIEW"));
        designer.get(idea + "/tests?kind=INTERVIEW&verdict=CONFIRMED").body("items", empty());
    }

    @ParameterizedTest
    @CsvSource({ "history, sort=when, ?sort", "editions, sort=name, ?sort", "ideas, 'q= ', ?q",
            "ideas/any/tests, verdict=LIKED, ?verdict" })
    void whatCannotBeAskedIsRefused(String list, String query, String pointer) {
        designer.get(example.concept() + '/' + list + '?' + query).statusCode(400).body("errors.pointer", contains(pointer));
    }

    private String idea(String title) {
        return designer.created(example.concept() + "/ideas", """
                {"title": "%s", "origin": "NEED", "owner": "dirk"}""".formatted(title));
    }

    private void test(String idea, String kind, String more) {
        designer.request().contentType(ContentType.JSON).header("If-Match", designer.version(idea)).body("""
                {"target": {"kind": "IDEA"}, "kind": "%s", "from": "2026-03-02"%s}""".formatted(kind, more))
                .post(idea + "/tests").then().statusCode(201);
    }
}
