package io.serviceconcept.evaluation;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.eventsourcing.testing.Topics;
import io.serviceconcept.testing.Api;
import io.serviceconcept.testing.Example;

/** The standing, fed by records as measurement-service and journey-service send them. */
@QuarkusTest
@WithTestResource(RealParts.class)
class EvaluationTest {

    private final String indicator = UUID.randomUUID().toString();
    private Example example;
    private String evaluation;

    @BeforeEach
    void aConcept() {
        example = Example.created(Api.designer());
        evaluation = example.concept() + "/evaluation";
    }

    @Test
    void anObjectiveWithoutAnyVerdictHasNoData() {
        adoptedWithObjective();

        example.designer().get(evaluation).statusCode(200)
                .body("concept", equalTo(example.id()), "name", equalTo("Our service"), "edition", equalTo(1))
                .body("inForceFrom", equalTo("2026-01-01"))
                .body("objectives[0].name", equalTo("Satisfied"), "objectives[0].verdict", equalTo("NO_DATA"))
                .body("objectives[0].indicator.name", equalTo("Satisfaction"), "objectives[0].period", nullValue())
                .body("objectives[0].target.value", equalTo(7), "objectives[0].window", equalTo("MONTH"))
                .body("channels.name", contains("Desk", "Video call"), "channels[0].measured", nullValue());
    }

    @Test
    void theLatestVerdictIsShownAndTheHighestRevisionWins() {
        String objective = adoptedWithObjective();
        judged(objective, "2026-10", "2026-10-01", "2026-10-31", "MISSED", 6.1, false, 9);
        judged(objective, "2026-11", "2026-11-01", "2026-11-30", "MET", 7.5, true, 2);
        awaitVerdict("MET");
        judged(objective, "2026-11", "2026-11-01", "2026-11-30", "MISSED", 6.4, true, 4);
        judged(objective, "2026-11", "2026-11-01", "2026-11-30", "MET", 7.6, true, 3);
        judged(objective, "2026-12", "2026-12-01", "2026-12-31", "NO_DATA", null, true, 1);
        awaitVerdict("MISSED");
        heard();

        example.designer().get(evaluation)
                .body("objectives[0].verdict", equalTo("MISSED"), "objectives[0].figure", equalTo(6.4f))
                .body("objectives[0].n", equalTo(120), "objectives[0].interval.low", equalTo(6.1f))
                .body("objectives[0].period.label", equalTo("2026-11"), "objectives[0].provisional", equalTo(true))
                .body("objectives[0].judgedAt", equalTo("2026-11-23T10:00:00Z"))
                .body("objectives[0].result", allOf(containsString("/v1/indicators/" + indicator + "/results?"),
                        containsString("period=MONTH"), containsString("from=2026-11-01")));
    }

    @Test
    void aChangeIsShownBesideItsBaseline() {
        String objective = adoptedWithObjective();
        Topics.state("measurement-events", example.designer().organisation(), "indicator-" + indicator,
                "measurement.target-judged.v1", """
                        {"concept": "%s", "edition": 1, "objective": "%s", "indicator": "%s",
                         "period": {"kind": "YEAR", "label": "2026", "from": "2026-01-01", "to": "2026-12-31"},
                         "figure": 94000, "change": -6.00, "baseline": {"label": "2025", "figure": 100000},
                         "through": "2026-10-31", "verdict": "MET", "provisional": true, "revision": 1,
                         "judgedAt": "2026-11-23T10:00:00Z"}""".formatted(example.id(), objective, indicator));
        awaitVerdict("MET");

        example.designer().get(evaluation).body("objectives[0].change", equalTo(-6), "objectives[0].n", nullValue())
                .body("objectives[0].baseline.figure", equalTo(100000), "objectives[0].through", equalTo("2026-10-31"));
    }

    @Test
    void aChannelIsShownAsMeasuredBesideAsAssessed() {
        example.designer().request().contentType(ContentType.JSON).body("{\"fit\": 2}")
                .put(example.concept() + "/gap-analysis/fits/" + example.heard() + "/" + example.video()).then()
                .statusCode(200);
        adoptedWithObjective();
        released(example.video(), "2026-10", "2026-10-01", "2026-10-31", 5.0, 1);
        released(example.video(), "2026-11", "2026-11-01", "2026-11-30", 8.5, 1);
        Topics.state("measurement-events", example.designer().organisation(), "indicator-" + indicator,
                "measurement.result-released.v1", """
                        {"indicator": "%s", "definitionVersion": 1, "slice": {"dimension": "CHANNEL", "key": "%s"},
                         "period": {"kind": "MONTH", "label": "2026-11", "from": "2026-11-01", "to": "2026-11-30"},
                         "basis": "RESPONSES", "state": "HIDDEN", "open": true, "revision": 1,
                         "releasedAt": "2026-11-23T10:00:00Z"}""".formatted(indicator, example.desk()));
        Topics.event("journey-events", example.designer().organisation(), "journey-j-" + example.id(), 1,
                "journey.published.v1", """
                        {"journey": "j-%1$s", "concept": "%1$s", "name": "Asking for help", "kind": "TO_BE", "groups": [],
                         "phases": [{"id": "p", "name": "Talk", "touchpoints": [
                            {"id": "t", "name": "The conversation", "channel": "%2$s", "needs": []}]}]}"""
                        .formatted(example.id(), example.video()));
        example.activate(example.video());

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> example.designer().get(evaluation)
                        .body("channels[1].touchpoints.name", contains("The conversation"))
                        .body("channels[1].measured.period.label", equalTo("2026-11"))
                        .body("channels[0].measured.state", equalTo("HIDDEN")));
        example.designer().get(evaluation)
                .body("channels[1].status", equalTo("ACTIVE"), "channels[1].measured.figure", equalTo(8.5f))
                .body("channels[1].measuredFit.figure", equalTo(3.5f), "channels[1].measuredFit.interval.low", equalTo(3))
                .body("channels[1].assessedFits[0].name", equalTo("Being heard"))
                .body("channels[1].assessedFits[0].fit", equalTo(2), "channels[1].assessedFits[0].assessors", equalTo(1))
                .body("channels[0].measured.figure", nullValue(), "channels[0].measuredFit", nullValue())
                .body("channels[0].touchpoints", empty());
    }

    @Test
    void whatAnotherOrganisationMeasuredIsNotSeen() {
        String objective = adoptedWithObjective();
        Topics.state("measurement-events", "somebody-else", "indicator-" + indicator, "measurement.target-judged.v1",
                verdict(objective, "2026-11", "2026-11-01", "2026-11-30", "MISSED", 1.0, true, 99));
        judged(objective, "2026-11", "2026-11-01", "2026-11-30", "MET", 7.5, true, 1);
        awaitVerdict("MET");
        heard();

        example.designer().get(evaluation).body("objectives[0].verdict", equalTo("MET"));
    }

    @Test
    void aServiceLevelHasItsVerdictToo() {
        String level = aServiceLevel();
        adoptedWithObjective();
        String standing = "serviceLevels.find { it.id == '" + level + "' }";
        example.designer().get(evaluation)
                .body(standing + ".verdict", equalTo("NO_DATA"), standing + ".former", nullValue())
                .body(standing + ".promise", equalTo("You have an answer in time"), standing + ".norm.value", equalTo(90))
                .body(standing + ".indicator.name", equalTo("Satisfaction"), standing + ".period", nullValue());

        judged(level, "2026-11", "2026-11-01", "2026-11-30", "LIKELY_MET", 92.5, true, 1);

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> example.designer().get(evaluation)
                .body(standing + ".verdict", equalTo("LIKELY_MET"), standing + ".figure", equalTo(92.5f)));
        example.designer().get(evaluation).body(standing + ".period.label", equalTo("2026-11"),
                standing + ".n", equalTo(120), standing + ".result", containsString("from=2026-11-01"));
    }

    @Test
    void untilItsFirstVerdictANewEditionSaysHowItWasUnderTheOneBefore() {
        String level = aServiceLevel();
        String objective = adoptedWithObjective();
        judged(level, "2026-10", "2026-10-01", "2026-10-31", "MISSED", 80.0, false, 1);
        judged(level, "2026-11", "2026-11-01", "2026-11-30", "MET", 92.5, false, 1);
        judged(objective, "2026-11", "2026-11-01", "2026-11-30", "MISSED", 6.4, false, 1);
        awaitVerdict("MISSED");
        example.designer().get(evaluation).body("objectives[0].former", nullValue(), "serviceLevels[0].former", nullValue());

        example.adopted("2026-06-01");

        example.designer().get(evaluation).body("edition", equalTo(2))
                .body("serviceLevels[0].verdict", equalTo("NO_DATA"), "serviceLevels[0].period", nullValue())
                .body("serviceLevels[0].former.edition", equalTo(1), "serviceLevels[0].former.verdict", equalTo("MET"))
                .body("serviceLevels[0].former.inForceFrom", equalTo("2026-01-01"))
                .body("serviceLevels[0].former.period.label", equalTo("2026-11"))
                .body("serviceLevels[0].former.figure", equalTo(92.5f), "serviceLevels[0].former.n", equalTo(120))
                .body("objectives[0].verdict", equalTo("NO_DATA"), "objectives[0].former.verdict", equalTo("MISSED"));

        judged(2, level, "2026-11", "2026-11-01", "2026-11-30", "INSUFFICIENT", 95.0, true, 1);
        judged(2, objective, "2026-11", "2026-11-01", "2026-11-30", "MET", 7.1, true, 1);
        awaitVerdict("MET");
        example.designer().get(evaluation).body("objectives[0].former", nullValue())
                .body("serviceLevels[0].verdict", equalTo("INSUFFICIENT"))
                .body("serviceLevels[0].former.verdict", equalTo("MET"));

        judged(2, level, "2026-11", "2026-11-01", "2026-11-30", "LIKELY_MISSED", 89.0, true, 2);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> example.designer().get(evaluation)
                .body("serviceLevels[0].verdict", equalTo("LIKELY_MISSED"), "serviceLevels[0].former", nullValue()));
    }

    @ParameterizedTest
    @ValueSource(strings = { "HIDDEN", "INSUFFICIENT", "INCOMPLETE", "OVERDUE" })
    void aPeriodThatCannotBeJudgedYetStandsBesideTheOneThatWasJudgedLast(String verdict) {
        String level = aServiceLevel();
        String objective = adoptedWithObjective();
        judged(objective, "2026-09", "2026-09-01", "2026-09-30", "MISSED", 5.5, false, 1);
        judged(objective, "2026-10", "2026-10-01", "2026-10-31", "LIKELY_MET", 7.4, false, 1);
        judged(objective, "2026-11", "2026-11-01", "2026-11-30", verdict, null, true, 1);
        judged(level, "2026-10", "2026-10-01", "2026-10-31", "MISSED", 80.0, false, 1);
        judged(level, "2026-11", "2026-11-01", "2026-11-30", verdict, 95.0, true, 1);

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> example.designer().get(evaluation)
                .body("serviceLevels[0].verdict", equalTo(verdict)));
        example.designer().get(evaluation)
                .body("objectives[0].verdict", equalTo(verdict), "objectives[0].period.label", equalTo("2026-11"))
                .body("objectives[0].lastJudged.verdict", equalTo("LIKELY_MET"))
                .body("objectives[0].lastJudged.period.label", equalTo("2026-10"))
                .body("objectives[0].lastJudged.figure", equalTo(7.4f), "objectives[0].lastJudged.n", equalTo(120))
                .body("objectives[0].lastJudged.interval.low", equalTo(6.1f))
                .body("objectives[0].lastJudged.provisional", equalTo(false), "objectives[0].former", nullValue())
                .body("serviceLevels[0].lastJudged.verdict", equalTo("MISSED"))
                .body("serviceLevels[0].lastJudged.period.label", equalTo("2026-10"));

        judged(objective, "2026-11", "2026-11-01", "2026-11-30", "MET", 8.0, true, 2);
        awaitVerdict("MET");
        example.designer().get(evaluation).body("objectives[0].lastJudged", nullValue());
    }

    @Test
    void aMonthWithoutAFigureDoesNotHideWhatCustomersSaidOfAChannelBefore() {
        adoptedWithObjective();
        released(example.video(), "2026-10", "2026-10-01", "2026-10-31", 5.0, 1);
        released(example.video(), "2026-11", "2026-11-01", "2026-11-30", 8.5, 1);
        Topics.state("measurement-events", example.designer().organisation(), "indicator-" + indicator,
                "measurement.result-released.v1", """
                        {"indicator": "%s", "definitionVersion": 1, "slice": {"dimension": "CHANNEL", "key": "%s"},
                         "period": {"kind": "MONTH", "label": "2026-12", "from": "2026-12-01", "to": "2026-12-31"},
                         "basis": "RESPONSES", "state": "HIDDEN", "open": true, "revision": 1,
                         "releasedAt": "2026-12-01T10:00:00Z"}""".formatted(indicator, example.video()));
        released(example.desk(), "2026-12", "2026-12-01", "2026-12-31", 6.0, 1);

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> example.designer().get(evaluation)
                .body("channels[0].measured.period.label", equalTo("2026-12")));
        example.designer().get(evaluation).body("channels[1].measured.period.label", equalTo("2026-11"))
                .body("channels[1].measured.figure", equalTo(8.5f), "channels[1].measuredFit.figure", equalTo(3.5f));
    }

    @Test
    void aPromiseThatBecameAnotherHasNoFormerVerdict() {
        String level = aServiceLevel();
        adoptedWithObjective();
        judged(level, "2026-11", "2026-11-01", "2026-11-30", "MET", 92.5, false, 1);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> example.designer().get(evaluation)
                .body("serviceLevels[0].verdict", equalTo("MET")));
        String address = example.concept() + "/service-levels/" + level;
        example.designer().put(address, example.designer().version(address), level(95)).statusCode(200);

        example.adopted("2026-06-01");

        example.designer().get(evaluation).body("edition", equalTo(2), "serviceLevels[0].verdict", equalTo("NO_DATA"),
                "serviceLevels[0].former", nullValue());
    }

    private String aServiceLevel() {
        return example.designer().id(example.concept() + "/service-levels", level(90));
    }

    private String level(int norm) {
        return """
                {"name": "In time", "promise": "You have an answer in time", "indicator": "%s", "window": "MONTH",
                 "norm": {"comparison": "AT_LEAST", "value": %d}}""".formatted(indicator, norm);
    }

    private void judged(int edition, String target, String label, String from, String to, String verdict, Double figure,
            boolean provisional, int revision) {
        Topics.state("measurement-events", example.designer().organisation(), "indicator-" + indicator,
                "measurement.target-judged.v1", verdict(target, label, from, to, verdict, figure, provisional, revision)
                        .replace("\"edition\": 1", "\"edition\": " + edition));
    }

    private String adoptedWithObjective() {
        Api designer = example.designer();
        Topics.event("measurement-events", designer.organisation(), "indicator-" + indicator, 1,
                "measurement.indicator-defined.v1", """
                        {"indicator": "%s", "version": 1, "name": "Satisfaction", "unit": "mark", "better": "HIGHER",
                         "audience": "CUSTOMER", "kind": "MEAN", "scale": {"min": 1, "max": 10}, "minimumN": 30,
                         "satisfactionOf": "%s", "anchors": {"lowest": 1, "norm": 7, "highest": 10}}"""
                        .formatted(indicator, example.id()));
        String objective = designer.id(example.concept() + "/objectives", """
                {"name": "Satisfied", "indicator": "%s", "target": {"comparison": "AT_LEAST", "value": 7},
                 "window": "MONTH", "dueDate": "2026-12-31", "owner": "Head of service"}""".formatted(indicator));
        example.adopted("2026-01-01");
        return objective;
    }

    private void judged(String objective, String label, String from, String to, String verdict, Double figure,
            boolean provisional, int revision) {
        Topics.state("measurement-events", example.designer().organisation(), "indicator-" + indicator,
                "measurement.target-judged.v1",
                verdict(objective, label, from, to, verdict, figure, provisional, revision));
    }

    private String verdict(String objective, String label, String from, String to, String verdict, Double figure,
            boolean provisional, int revision) {
        String measured = figure == null ? ""
                : "\"n\": 120, \"figure\": %1$s, \"interval\": {\"low\": 6.1, \"high\": 9},".formatted(figure);
        return """
                {"concept": "%s", "edition": 1, "objective": "%s", "indicator": "%s", %s
                 "period": {"kind": "MONTH", "label": "%s", "from": "%s", "to": "%s"},
                 "verdict": "%s", "provisional": %s, "revision": %d, "judgedAt": "2026-11-23T10:00:00Z"}"""
                .formatted(example.id(), objective, indicator, measured, label, from, to, verdict, provisional, revision);
    }

    private void released(String channel, String label, String from, String to, double figure, int revision) {
        Topics.state("measurement-events", example.designer().organisation(), "indicator-" + indicator,
                "measurement.result-released.v1", """
                        {"indicator": "%s", "definitionVersion": 1, "slice": {"dimension": "CHANNEL", "key": "%s"},
                         "period": {"kind": "MONTH", "label": "%s", "from": "%s", "to": "%s"}, "basis": "RESPONSES",
                         "state": "RELEASED", "n": 120, "figure": %s, "interval": {"low": 7, "high": 10}, "open": true,
                         "revision": %d, "releasedAt": "2026-11-23T10:00:00Z"}"""
                        .formatted(indicator, channel, label, from, to, figure, revision));
    }

    private void awaitVerdict(String verdict) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(
                () -> example.designer().get(evaluation).body("objectives[0].verdict", equalTo(verdict)));
    }

    /** Returns when everything sent so far on this indicator's stream was taken in. */
    private void heard() {
        String mark = UUID.randomUUID().toString();
        Topics.event("measurement-events", example.designer().organisation(), "indicator-" + indicator, 2,
                "measurement.indicator-defined.v1", """
                        {"indicator": "%s", "version": 2, "name": "%s", "unit": "mark"}""".formatted(indicator, mark));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(
                () -> example.designer().get(evaluation).body("objectives[0].indicator.name", equalTo(mark)));
    }
}
