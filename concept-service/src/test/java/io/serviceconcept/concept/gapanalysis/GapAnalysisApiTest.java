package io.serviceconcept.concept.gapanalysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.eventsourcing.testing.Topics;
import io.serviceconcept.testing.Api;
import io.serviceconcept.testing.Example;

/** The gap analysis and what it would be, through the API: the sums themselves have tests of their own. */
@QuarkusTest
@WithTestResource(RealParts.class)
class GapAnalysisApiTest {

    private Example example;
    private Api designer;
    private String analysis;

    /** The desk reaches both groups, the video call only the young; being heard matters to both. */
    @BeforeEach
    void aConcept() {
        example = Example.created(Api.designer());
        designer = example.designer();
        analysis = example.concept() + "/gap-analysis";
        example.activate(example.desk());
        String importance = example.concept() + "/needs/" + example.heard() + "/importance";
        designer.put(importance, "\"0\"", """
                {"importance": [{"group": "%s", "value": 3}, {"group": "%s", "value": 5, "expectation": 4}]}"""
                .formatted(example.young(), example.old())).statusCode(200)
                .body("importance.expectation", contains(null, 4));
        assess(example.desk(), 2);
        assess(example.video(), 4);
    }

    @Test
    void theAnalysisAnswersEverySum() {
        String desk = example.concept() + "/channels/" + example.desk();
        designer.put(desk, designer.version(desk), """
                {"name": "Desk", "kind": "DESK", "layer": "%s", "costPerContact": 2.50, "volumePerMonth": 100,
                 "capacityPerMonth": 80, "legallyRequired": true}""".formatted(example.personal())).statusCode(200);
        designer.put(example.concept() + "/direction", "\"0\"", "{\"budgetPerMonth\": 200}").statusCode(200);

        // priority (60·3 + 40·5) ÷ 100
        designer.get(analysis).statusCode(200)
                .body("basis", equalTo("assessed"), "coverage", equalTo(0.5f), "adequateChannels", equalTo(0))
                .body("mix.cost", equalTo(250), "mix.budget", equalTo(200), "mix.withinBudget", equalTo(false))
                .body("cut.priority", equalTo(3.8f), "cut.coverage", equalTo(0.5f))
                .body("needs.find { it.coreNeed != null }.quadrant", equalTo("KEEP_IT_UP"))
                .body("needs.find { it.coreNeed != null }.groups.find { it.name == 'Old' }.opportunity.figure", equalTo(15))
                .body("needs.find { it.coreNeed != null }.groups.find { it.name == 'Old' }.opportunity.satisfactionBasis",
                        equalTo("ASSESSED"))
                .body("channels.find { it.name == 'Desk' }.value", equalTo(7.6f))
                .body("channels.find { it.name == 'Desk' }.valuePerEuro", equalTo(3.04f))
                .body("channels.find { it.name == 'Desk' }.replaceability", equalTo("LEGALLY_REQUIRED"))
                .body("channels.find { it.name == 'Desk' }.overCapacity", equalTo(true))
                .body("channels.find { it.name == 'Video call' }.replaceability", equalTo("NOT_COUNTED"))
                .body("groups.coverage", contains(0.5f, 0.5f))
                .body("layers.name", contains("Self-service", "Personal"), "layers.coverage", contains(null, 0.5f));
    }

    @Test
    void whatCustomersSayStandsBesideWhatWasAssessed() {
        String indicator = satisfaction();
        released(indicator, "NEED_CHANNEL", example.heard() + '|' + example.desk(), "2026-10", 2.0, 1.5, 2.5);
        released(indicator, "NEED_CHANNEL", example.heard() + '|' + example.desk(), "2026-11", 8.5, 7.0, 10.0);
        released(indicator, "NEED_GROUP", example.heard() + '|' + example.old(), "2026-11", 4.0, 3.0, 5.0);

        String old = "needs.find { it.coreNeed != null }.groups.find { it.name == 'Old' }";
        await().atMost(Duration.ofSeconds(20)).untilAsserted(
                () -> designer.get(analysis).body(old + ".measured.month", equalTo("2026-11")));
        designer.get(analysis)
                .body("cells.find { it.channel == '%s' }.measured.fit".formatted(example.desk()), equalTo(3.5f))
                .body("cells.find { it.channel == '%s' }.measured.low".formatted(example.desk()), equalTo(3))
                .body("cells.find { it.channel == '%s' }.contradicted".formatted(example.desk()), equalTo(true))
                .body("cells.find { it.channel == '%s' }.measured".formatted(example.video()), nullValue())
                .body(old + ".measured.fit", equalTo(1.5f), old + ".expectationGap", equalTo(-2.5f))
                .body(old + ".opportunity.satisfactionBasis", equalTo("MEASURED"))
                .body(old + ".opportunity.figure", equalTo(16.25f));
        designer.get(analysis + "?basis=measured").body("basis", equalTo("measured"), "coverage", equalTo(0.875f));
    }

    @Test
    void theTagChangesWithWhatCustomersSay() {
        String assessed = designer.version(analysis);
        ifNoneMatch(assessed).statusCode(304);
        String indicator = satisfaction();
        assertThat(designer.version(analysis)).isEqualTo(assessed);

        String group = example.heard() + '|' + example.old();
        String channel = example.heard() + '|' + example.desk();
        released(indicator, "NEED_GROUP", group, "2026-11", 4.0, 3.0, 5.0);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> ifNoneMatch(assessed).statusCode(200));
        String asked = designer.version(analysis);
        released(indicator, "NEED_CHANNEL", channel, "2026-11", 8.5, 7.0, 10.0);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> ifNoneMatch(asked).statusCode(200));
        ifNoneMatch(designer.version(analysis)).statusCode(304);

        String before = designer.version(analysis);
        assess(example.desk(), 4);
        ifNoneMatch(before).statusCode(200);
    }

    @Test
    void everyChangeThatWasAcknowledgedIsInTheNextAnswer() {
        String fit = "cells.find { it.channel == '%s' }.fit".formatted(example.desk());
        for (int given = 0; given <= 4; given++) {
            assess(example.desk(), given);
            designer.get(analysis).body(fit, equalTo(given));
        }
        String mine = analysis + "/fits/" + example.heard() + '/' + example.desk();
        String version = designer.request().contentType(ContentType.JSON).body("{\"fit\": 1}").put(mine).then()
                .extract().header("ETag");
        designer.delete(mine, version).statusCode(204);
        designer.get(analysis).body(fit, nullValue());

        example.activate(example.video());
        designer.get(analysis).body("channels.find { it.name == 'Video call' }.counted", equalTo(true));
        String need = example.concept() + "/needs/" + example.heard();
        designer.put(need, designer.version(need), """
                {"name": "Being listened to", "audience": "CUSTOMER", "coreNeed": "%s"}""".formatted(example.contact()))
                .statusCode(200);
        designer.get(analysis).body("needs.name", containsInAnyOrder("Personal contact", "Being listened to"));
        String chat = designer.created(example.concept() + "/channels", Example.channel("Chat", "CHAT", example.personal()));
        designer.get(analysis).body("channels.name", containsInAnyOrder("Desk", "Video call", "Chat"));
        designer.delete(chat, designer.version(chat)).statusCode(204);
        designer.get(analysis).body("channels.name", containsInAnyOrder("Desk", "Video call"));
    }

    private ValidatableResponse ifNoneMatch(String tag) {
        return designer.request().header("If-None-Match", tag).get(analysis).then();
    }

    @Test
    void whatWasMeasuredIsReadAsItWasKnownThen() {
        String pair = example.heard() + '|' + example.desk();
        String fit = "cells.find { it.channel == '%s' }.measured.fit".formatted(example.desk());
        String unmeasured = Instant.now().toString();
        String indicator = satisfaction();
        Map<String, Float> fits = new LinkedHashMap<>();
        fits.put(known(indicator, pair, 1, 8.5, fit, 3.5f), 3.5f);
        fits.put(known(indicator, pair, 2, 4.0, fit, 1.5f), 1.5f);
        fits.put(known(indicator, pair, 3, 2.0, fit, 0.5f), 0.5f);

        designer.get(analysis + "?basis=measured&asOf=" + unmeasured).statusCode(200).body(fit, nullValue());
        fits.forEach((moment, then) -> designer.get(analysis + "?basis=measured&asOf=" + moment)
                .body(fit, equalTo(then), "coverage", equalTo(then / 4), "asOf", equalTo(moment)));
        designer.get(analysis + "?basis=measured").body(fit, equalTo(0.5f), "asOf", nullValue());
    }

    /** Answers a moment at which the figure is known. */
    private String known(String indicator, String pair, int revision, double figure, String fit, float shown) {
        released(indicator, "NEED_CHANNEL", pair, "2026-11", figure, figure - 1, figure + 1, revision);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> designer.get(analysis).body(fit, equalTo(shown)));
        return Instant.now().toString();
    }

    @Test
    void everyMomentHasTheAnalysisAndTheMatrixThatItHad() {
        String matrix = example.concept() + "/matrix";
        Map<String, String> matrices = new LinkedHashMap<>();
        Map<String, Float> coverages = new LinkedHashMap<>();
        for (int fit = 0; fit <= 4; fit++) {
            assess(example.desk(), fit);
            String moment = designer.get(example.concept() + "/history?limit=200").extract().path("items[-1].when");
            matrices.put(moment, designer.get(matrix).extract().asString());
            coverages.put(moment, designer.get(analysis).extract().jsonPath().getFloat("coverage"));
        }

        assertThat(matrices).hasSize(5);
        matrices.forEach((moment, then) -> assertThat(designer.get(matrix + "?asOf=" + moment).extract().asString())
                .isEqualTo(then));
        assertThat(coverages.values()).containsExactly(0f, 0.25f, 0.5f, 0.75f, 1f);
        coverages.forEach((moment, then) -> assertThat(
                designer.get(analysis + "?asOf=" + moment).extract().jsonPath().getFloat("coverage")).isEqualTo(then));
    }

    @Test
    void aWhatIfShowsBeforeAndAfterAndStoresNothing() {
        String version = designer.version(example.concept());

        designer.post(analysis + "/what-if", """
                {"addedChannels": [{"name": "House call", "layer": "%s", "costPerContact": 40, "volumePerMonth": 10,
                                    "fits": [{"need": "%s", "fit": 3.5}]}],
                 "statuses": [{"channel": "%s", "status": "ACTIVE"}]}"""
                .formatted(example.personal(), example.heard(), example.video())).statusCode(200)
                .body("before.coverage", equalTo(0.5f), "before.neglectedPairs", equalTo(1))
                .body("before.neglected.group", contains(example.old()), "before.adequateChannels", equalTo(0))
                // (180·1 + 200·⅞) ÷ 380
                .body("after.coverage", equalTo(0.934211f), "after.neglected", empty(), "after.adequateChannels", equalTo(2))
                .body("after.mix.cost", equalTo(400), "before.mix.cost", equalTo(0))
                .body("after.groups.coverage", containsInAnyOrder(1, 0.875f));

        assertThat(designer.version(example.concept())).isEqualTo(version);
        designer.get(analysis).body("channels", hasSize(2));
    }

    @Test
    void aWhatIfOfNoChangeIsTheAnalysis() {
        String before = designer.post(analysis + "/what-if?status=planned", "{}").statusCode(200).extract().path("before")
                .toString();
        String after = designer.post(analysis + "/what-if?status=planned", "{}").extract().path("after").toString();

        assertThat(after).isEqualTo(before);
    }

    @Test
    void aWhatIfOnWhatWasMeasuredStartsFromThat() {
        released(satisfaction(), "NEED_CHANNEL", example.heard() + '|' + example.desk(), "2026-11", 8.5, 7.0, 10.0);
        String whatIf = analysis + "/what-if?basis=measured";
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> designer.post(whatIf, "{}").statusCode(200)
                .body("basis", equalTo("measured"), "before.coverage", equalTo(0.875f), "after.coverage", equalTo(0.875f)));

        assertThat(designer.post(whatIf, "{}").extract().jsonPath().getList("before.groups"))
                .isEqualTo(designer.get(analysis + "?basis=measured").extract().jsonPath().getList("groups"));
        designer.post(whatIf, """
                {"fits": [{"need": "%s", "channel": "%s", "fit": 1}]}""".formatted(example.heard(), example.desk()))
                .body("before.coverage", equalTo(0.875f), "after.coverage", equalTo(0.25f));
        designer.post(analysis + "/what-if", "{}").body("basis", equalTo("assessed"), "before.coverage", equalTo(0.5f));
        designer.post(analysis + "/what-if?basis=guessed", "{}").statusCode(400).body("errors.pointer", contains("?basis"));
    }

    @Test
    void aWhatIfStartsFromWhatWasKnownThen() {
        String then = designer.get(example.concept() + "/history?limit=200").extract().path("items[-1].when");
        assess(example.desk(), 4);
        String whatIf = analysis + "/what-if?asOf=";
        String body = """
                {"fits": [{"need": "%s", "channel": "%s", "fit": 3}]}""".formatted(example.heard(), example.desk());

        designer.post(whatIf + then, body).statusCode(200).body("asOf", equalTo(then), "before.coverage", equalTo(0.5f),
                "after.coverage", equalTo(0.75f));
        designer.post(analysis + "/what-if", body).body("asOf", nullValue(), "before.coverage", equalTo(1));
        designer.post(whatIf + "2020-01-01T00:00:00Z", "{}").statusCode(404);
        designer.post(whatIf + "then", "{}").statusCode(400).body("errors.pointer", contains("?asOf"));
    }

    @Test
    void everythingThatIsWrongWithAWhatIfIsNamed() {
        designer.post(analysis + "/what-if", """
                {"fits": [{"need": "x", "channel": "%s", "fit": 5}], "shares": [{"group": "g"}], "more": 1}"""
                .formatted(example.desk())).statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/fits/0/fit", "/shares/0/share", "/more"));
        designer.post(analysis + "/what-if", """
                {"removedChannels": ["x"], "fits": [{"need": "y", "channel": "z", "fit": 1.125}],
                 "statuses": [{"channel": "%1$s", "status": "RETIRED"}, {"channel": "%1$s", "status": "ACTIVE"}]}"""
                .formatted(example.desk())).statusCode(400).body("errors.pointer", containsInAnyOrder("/removedChannels/0",
                        "/fits/0/need", "/fits/0/channel", "/fits/0/fit", "/statuses/1"));
        designer.post(analysis + "/what-if?status=dreamt", "{}").statusCode(400);
        Api.designer().post(analysis + "/what-if", "{}").statusCode(404);
        designer.with("o", "operator").post(analysis + "/what-if", "{}").statusCode(403);
        designer.with("v", "viewer").post(analysis + "/what-if", "{}").statusCode(200);
    }

    @Test
    void yesterdaysAnalysisIsYesterdays() {
        String then = designer.get(example.concept() + "/history?limit=200").extract().path("items[-1].when");
        assess(example.desk(), 4);

        designer.get(analysis).body("coverage", equalTo(1), "asOf", nullValue());
        designer.get(analysis + "?asOf=" + then).statusCode(200).body("coverage", equalTo(0.5f), "asOf", equalTo(then));
        designer.get(analysis + "?asOf=2020-01-01T00:00:00Z").statusCode(404);
        designer.get(analysis + "?asOf=yesterday").statusCode(400).body("errors.pointer", contains("?asOf"));
        designer.get(analysis + "?basis=guessed").statusCode(400).body("errors.pointer", contains("?basis"));
    }

    @Test
    void anExpectationStaysOnItsScale() {
        designer.put(example.concept() + "/needs/" + example.contact() + "/importance", "\"0\"", """
                {"importance": [{"group": "%s", "value": 3, "expectation": 5}]}""".formatted(example.old()))
                .statusCode(400).body("errors.pointer", contains("/importance/0/expectation"));
    }

    @Test
    void whatAGroupExpectsIsToldWithoutWhatMattersToIt() {
        String importance = example.concept() + "/needs/" + example.heard() + "/importance";
        String body = "{\"importance\": [{\"group\": \"%s\", \"value\": 3}, {\"group\": \"%s\", %s}]}";
        designer.put(importance, designer.version(importance), body.formatted(example.young(), example.old(),
                "\"source\": \"Panel\"")).statusCode(400).body("errors.pointer", contains("/importance/1/value"))
                .body("errors.message", contains("is required without an expectation"));

        designer.put(importance, designer.version(importance), body.formatted(example.young(), example.old(),
                "\"expectation\": 4, \"source\": \"Panel\", \"date\": \"2026-02-01\"")).statusCode(200)
                .body("importance.value", contains(3, null), "importance[1].date", equalTo("2026-02-01"));

        String old = "needs.find { it.coreNeed != null }.groups.find { it.name == 'Old' }";
        designer.get(analysis).body(old + ".importance", nullValue(), old + ".expectation", equalTo(4))
                .body("needs.find { it.coreNeed != null }.priority", equalTo(1.8f));
        designer.get(example.concept() + "/document?lang=en").statusCode(200);
        designer.get(example.concept() + "/document?lang=en&for=employees").statusCode(200);
        designer.get(example.adopted("2026-01-01")).body(
                "importance.find { it.need == '%s' }.importance.value".formatted(example.heard()), contains(3, null));
    }

    private void assess(String channel, int fit) {
        designer.request().contentType(ContentType.JSON).body("{\"fit\": %d}".formatted(fit))
                .put(analysis + "/fits/" + example.heard() + "/" + channel).then().statusCode(200);
    }

    /** Defines the indicator that says how satisfied customers of the concept are, and answers its id. */
    private String satisfaction() {
        String indicator = UUID.randomUUID().toString();
        Topics.event("measurement-events", designer.organisation(), "indicator-" + indicator, 1,
                "measurement.indicator-defined.v1", """
                        {"indicator": "%s", "version": 1, "name": "Satisfaction", "unit": "mark",
                         "satisfactionOf": "%s", "anchors": {"lowest": 1, "norm": 7, "highest": 10}}"""
                        .formatted(indicator, example.id()));
        return indicator;
    }

    private void released(String indicator, String dimension, String key, String month, double figure, double low,
            double high) {
        released(indicator, dimension, key, month, figure, low, high, 1);
    }

    private void released(String indicator, String dimension, String key, String month, double figure, double low,
            double high, int revision) {
        Topics.state("measurement-events", designer.organisation(), "indicator-" + indicator,
                "measurement.result-released.v1", """
                        {"indicator": "%s", "definitionVersion": 1, "slice": {"dimension": "%s", "key": "%s"},
                         "period": {"kind": "MONTH", "label": "%s", "from": "%s-01", "to": "%s-28"}, "basis": "RESPONSES",
                         "state": "RELEASED", "n": 120, "figure": %s, "interval": {"low": %s, "high": %s}, "open": true,
                         "revision": %d, "releasedAt": "2026-11-23T10:00:00Z"}"""
                        .formatted(indicator, dimension, key, month, month, month, figure, low, high, revision));
    }
}
