package io.serviceconcept.concept.gapanalysis;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

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

/** Ideas by the coverage they gain per euro, through the API: the sums themselves have tests of their own. */
@QuarkusTest
@WithTestResource(RealParts.class)
class IdeaRankingApiTest {

    private final String indicator = UUID.randomUUID().toString();
    private Example example;
    private Api designer;
    private String ideas;
    private String ranking;

    /** Being heard matters 3 to the young and 5 to the old; the desk serves it 2, the video call, which is planned, 4. */
    @BeforeEach
    void aConcept() {
        example = Example.created(Api.designer());
        designer = example.designer();
        ideas = example.concept() + "/ideas";
        ranking = example.concept() + "/gap-analysis/ideas";
        example.activate(example.desk());
        designer.put(example.concept() + "/needs/" + example.heard() + "/importance", "\"0\"", """
                {"importance": [{"group": "%s", "value": 3}, {"group": "%s", "value": 5}]}"""
                .formatted(example.young(), example.old())).statusCode(200);
        assess(example.desk(), 2);
        assess(example.video(), 4);
    }

    @Test
    void openIdeasAreRankedWithWhatTheyGainAndWhyWhereThatIsUnknown() {
        idea("Open the video", "\"cost\": 1000, \"channels\": [\"%s\"]".formatted(example.video()));
        idea("Better desk", "\"cost\": 100, " + effect(example.heard(), example.desk(), 4));
        idea("Gift", "\"cost\": 0, " + effect(example.heard(), example.desk(), 3));
        idea("Unpriced desk", effect(example.heard(), example.desk(), 3));
        idea("Vague", "\"cost\": 10");
        String rejected = idea("Rejected", "\"cost\": 1, " + effect(example.heard(), example.desk(), 4));
        List.of("SELECTED", "IN_TEST", "REJECTED").forEach(state -> moved(rejected, state));

        // before (180·½ + 200·½) ÷ 380; with the video call, which the old cannot use, (180·1 + 200·½) ÷ 380
        designer.get(ranking).statusCode(200)
                .body("status", equalTo("existing"), "coverage", equalTo(0.5f))
                .body("items.title", contains("Gift", "Better desk", "Open the video", "Unpriced desk", "Vague"))
                .body("items.gain", contains(0.25f, 0.5f, 0.236842f, 0.25f, null))
                .body("items.gainPerEuro", contains(null, 0.005f, 0.000236842105f, null, null))
                .body("items.cost", contains(0, 100, 1000, null, 10))
                .body("items[2].opens", contains(example.video()), "items[1].opens", empty())
                .body("items[1].state", equalTo("PROPOSED"), "items[1].remarks", empty())
                .body("items[0].remarks.code", contains("cost-zero"))
                .body("items[3].remarks.code", contains("cost-unknown"))
                .body("items[4].remarks.code", contains("nothing-expected"));
    }

    @Test
    void whatIsExpectedOfAMergedNeedIsExpectedOfTheOneItWentUpIn() {
        String speed = designer.id(example.concept() + "/needs", """
                {"name": "Speed", "audience": "CUSTOMER", "coreNeed": "%s"}""".formatted(example.contact()));
        idea("Better desk", "\"cost\": 100, " + effect(speed, example.desk(), 4));
        String address = example.concept() + "/needs/" + speed;
        designer.request().contentType(ContentType.JSON).header("If-Match", designer.version(address))
                .body("{\"into\": \"%s\"}".formatted(example.heard())).post(address + "/merge").then().statusCode(200);

        designer.get(ranking).statusCode(200).body("items.gain", contains(0.5f), "items[0].remarks", empty());
    }

    @Test
    void fitsMayCountAsCustomersSayThemToBe() {
        idea("Better desk", "\"cost\": 100, " + effect(example.heard(), example.desk(), 4));

        designer.get(ranking).body("basis", equalTo("assessed"), "coverage", equalTo(0.5f));
        designer.get(ranking + "?basis=measured").statusCode(200).body("basis", equalTo("measured"), "coverage", nullValue(),
                "items[0].gain", nullValue(), "items[0].remarks.code", contains("coverage-unknown"));
        designer.get(ranking + "?basis=dreamt").statusCode(400).body("errors.pointer", contains("?basis"));
        Topics.event("measurement-events", designer.organisation(), "indicator-" + indicator, 1,
                "measurement.indicator-defined.v1", """
                        {"indicator": "%s", "version": 1, "name": "Satisfaction", "unit": "mark", "satisfactionOf": "%s",
                         "anchors": {"lowest": 1, "norm": 7, "highest": 10}}""".formatted(indicator, example.id()));
        measured(5);

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> designer.get(ranking + "?basis=measured")
                .body("coverage", equalTo(0.5f), "items.gain", contains(0.5f)));
        measured(7);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> designer.get(ranking + "?basis=measured")
                .body("coverage", equalTo(0.75f), "items.gain", contains(0.25f)));
        designer.get(ranking).body("coverage", equalTo(0.5f));
    }

    /** What customers say of the desk, for being heard. */
    private void measured(int mark) {
        Topics.state("measurement-events", designer.organisation(), "indicator-" + indicator,
                "measurement.result-released.v1", """
                        {"indicator": "%s", "definitionVersion": 1, "slice": {"dimension": "NEED_CHANNEL", "key": "%s|%s"},
                         "period": {"kind": "MONTH", "label": "2026-11", "from": "2026-11-01", "to": "2026-11-30"},
                         "basis": "RESPONSES", "state": "RELEASED", "n": 120, "figure": %d, "open": true, "revision": %d,
                         "releasedAt": "2026-11-23T10:00:00Z"}"""
                        .formatted(indicator, example.heard(), example.desk(), mark, mark));
    }

    @Test
    void whatIsPlannedAnywayGainsNothing() {
        idea("Open the video", "\"cost\": 1000, \"channels\": [\"%s\"]".formatted(example.video()));

        designer.get(ranking + "?status=planned").statusCode(200).body("items.gain", contains(0),
                "items.gainPerEuro", contains(0));
    }

    @Test
    void theRankingIsReadAsItWas() {
        String none = last(example.concept());
        String desk = idea("Better desk", "\"cost\": 100, " + effect(example.heard(), example.desk(), 4));
        String proposed = last(desk);
        moved(desk, "SELECTED");
        String selected = last(desk);
        assess(example.desk(), 3);
        String assessed = last(example.concept());
        moved(desk, "IN_TEST");
        moved(desk, "REJECTED");

        designer.get(ranking).statusCode(200).body("items", empty(), "coverage", equalTo(0.75f), "asOf", nullValue());
        designer.get(ranking + "?asOf=" + none).statusCode(200).body("items", empty(), "asOf", equalTo(none));
        designer.get(ranking + "?asOf=" + proposed).body("coverage", equalTo(0.5f), "items.gain", contains(0.5f),
                "items.state", contains("PROPOSED"));
        designer.get(ranking + "?asOf=" + selected).body("items.gain", contains(0.5f), "items.state", contains("SELECTED"));
        designer.get(ranking + "?asOf=" + assessed).body("coverage", equalTo(0.75f), "items.gain", contains(0.25f));
        designer.get(ranking + "?asOf=2020-01-01T00:00:00Z").statusCode(404);
        designer.get(ranking + "?asOf=yesterday").statusCode(400).body("errors.pointer", contains("?asOf"));
    }

    private String last(String of) {
        return designer.get(of + "/history?limit=200").extract().path("items[-1].when");
    }

    private void moved(String idea, String state) {
        designer.request().contentType(ContentType.JSON).header("If-Match", designer.version(idea))
                .body("{\"to\": \"%s\", \"reason\": \"It is time\"}".formatted(state)).post(idea + "/transitions").then()
                .statusCode(201);
    }

    @Test
    void whereNothingIsKnownNoGainIsKnown() {
        Example other = Example.created(designer.with("dora", "designer"));
        designer.created(other.concept() + "/ideas", """
                {"title": "Better desk", "origin": "NEED", "owner": "A", "cost": 5, %s}"""
                .formatted(effect(other.heard(), other.desk(), 4)));

        designer.get(other.concept() + "/gap-analysis/ideas").statusCode(200).body("coverage", nullValue())
                .body("items[0].gain", nullValue(), "items[0].remarks.code", contains("coverage-unknown"));
    }

    @Test
    void whoMayReadAnalysesMayReadTheRanking() {
        for (String role : List.of("viewer", "designer", "analyst", "manager", "admin")) {
            designer.with("o", role).get(ranking).statusCode(200).body("items", empty());
        }
        for (String role : List.of("integration", "operator")) {
            designer.with("o", role).get(ranking).statusCode(403).contentType("application/problem+json");
        }
        Api.designer().get(ranking).statusCode(404)
                .body("type", equalTo("https://serviceconcept.io/problems/not-found"));
        designer.get(ranking + "?status=dreamt").statusCode(400).body("errors.pointer", contains("?status"));
    }

    private String idea(String title, String more) {
        return designer.created(ideas, "{\"title\": \"" + title + "\", \"origin\": \"NEED\", \"owner\": \"A\", " + more + "}");
    }

    private static String effect(String need, String channel, int fit) {
        return "\"expectedEffects\": [{\"need\": \"%s\", \"channel\": \"%s\", \"fit\": %d}]".formatted(need, channel, fit);
    }

    private void assess(String channel, int fit) {
        designer.request().contentType(ContentType.JSON).body("{\"fit\": " + fit + "}")
                .put(example.concept() + "/gap-analysis/fits/" + example.heard() + "/" + channel).then().statusCode(200);
    }
}
