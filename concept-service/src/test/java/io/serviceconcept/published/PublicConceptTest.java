package io.serviceconcept.published;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.serviceconcept.eventsourcing.EventTypes;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.eventsourcing.testing.Topics;
import io.serviceconcept.testing.Api;
import io.serviceconcept.testing.Example;

/** What anybody sees. Everything internal in the example carries the word SECRET. */
@QuarkusTest
@WithTestResource(RealParts.class)
class PublicConceptTest {

    private static final Set<String> PUBLIC_FIELDS = Set.of("name", "language", "inForceFrom", "services", "channels",
            "serviceLevels", "description", "offers", "channel", "groups", "openingHours", "languages", "accessibility",
            "promise", "answerTime", "kind", "kindName", "day", "dayName", "from", "to", "tag", "service", "kept", "keptText",
            "period", "open", "before");

    private final String indicator = UUID.randomUUID().toString();
    private Example example;
    private Api designer;
    private String objective;

    @BeforeEach
    void aConcept() {
        designer = Api.designer();
        example = Example.created(designer);
        fill();
    }

    @Test
    void theEditionInForceIsToldInTheCustomersWords() {
        example.activate(example.desk());
        example.adopted("2026-01-01");

        asked("nl").statusCode(200).contentType(ContentType.JSON).header("Content-Language", "nl")
                .body("name", equalTo("Our service"), "language", equalTo("nl"), "inForceFrom", equalTo("2026-01-01"))
                .body("services.name", contains("Passports"), "services[0].description", equalTo("New or renewed"))
                .body("services[0].offers.channel.name", contains("Desk"))
                .body("services[0].offers[0].groups", contains("Old", "Young"))
                .body("services[0].offers[0].openingHours.dayName", contains("maandag", "dinsdag"))
                .body("services[0].offers[0].openingHours.from", contains("09:00", "10:00"))
                .body("services[0].offers[0].languages.name", contains("Nederlands", "Engels"))
                .body("services[0].offers[0].accessibility", contains("A lift"))
                .body("services[0].offers[0].promise", equalTo("You are helped on the day"))
                .body("services[0].offers[0].answerTime", equalTo("binnen 2 werkdagen"))
                .body("channels.name", contains("Desk"), "channels[0].kindName", equalTo("Balie"))
                .body("serviceLevels.promise", contains("You have an answer in time"))
                .body("serviceLevels[0].service", equalTo("Passports"), "serviceLevels[0].kept", equalTo("NOT_MEASURED"))
                .body("serviceLevels[0].keptText", equalTo("Nog niet gemeten"), "serviceLevels[0].period", nullValue());
        asked("de, en;q=0.5").header("Content-Language", "en").body("channels[0].kindName", equalTo("Desk"))
                .body("services[0].offers[0].answerTime", equalTo("within 2 working days"));
    }

    @Test
    void aRetiredConceptIsNotThereAnyMore() {
        example.adopted("2026-01-01");
        asked("en").statusCode(200);
        String address = address();
        Api manager = designer.manager();

        manager.put(example.concept() + "/retirement", manager.version(example.concept()), "{\"reason\": \"Merged\"}")
                .statusCode(200);

        notThere(address);
    }

    @Test
    void nothingInternalLeaks() throws Exception {
        example.activate(example.desk());
        example.activate(example.video());
        example.adopted("2026-01-01");
        judged("MET");
        awaitKept("KEPT");

        String body = asked("en").statusCode(200).extract().asString();

        assertThat(body).doesNotContain("SECRET", indicator, objective, example.id(), example.desk(), example.video(),
                example.young(), example.old(), example.heard(), example.personal(), designer.organisation(), "dirk", "marit",
                "Being heard", "Personal contact", "120");
        Set<String> fields = new TreeSet<>();
        walk(EventTypes.json().readTree(body), fields);
        assertThat(PUBLIC_FIELDS).containsAll(fields);
        assertThat(fields).doesNotContain("id", "indicator", "importance", "fit", "fits", "costPerContact", "share", "shares",
                "budgetPerMonth", "assumptions", "stakeholders", "support", "owner", "objectives", "weight", "target", "norm",
                "selfReliance", "digitalSkill", "layers", "needs", "handOvers", "channelShifts", "volumePerMonth",
                "capacityPerMonth", "feasibility", "figure", "n", "version", "adoptedBy", "direction");
    }

    @Test
    void whetherAPromiseIsKeptComesFromTheVerdicts() {
        example.adopted("2026-01-01");
        judged("LIKELY_MISSED");

        awaitKept("PROBABLY_NOT_KEPT");

        asked("en").body("serviceLevels[0].keptText", equalTo("Probably not kept"),
                "serviceLevels[0].period.from", equalTo("2026-11-01"), "serviceLevels[0].period.open", equalTo(true));
    }

    @Test
    void aPromiseThatIsNotMeasuredYetSinceItWasRenewedSaysHowItWasKeptBefore() {
        example.adopted("2026-01-01");
        judged("MET");
        awaitKept("KEPT");
        asked("en").body("serviceLevels[0].before", nullValue());

        example.adopted("2026-06-01");

        asked("nl").body("serviceLevels[0].kept", equalTo("NOT_MEASURED"), "serviceLevels[0].period", nullValue())
                .body("serviceLevels[0].keptText", equalTo("Nog niet gemeten sinds de afspraken vernieuwd zijn"))
                .body("serviceLevels[0].before.kept", equalTo("KEPT"),
                        "serviceLevels[0].before.keptText", equalTo("Nagekomen"))
                .body("serviceLevels[0].before.period.from", equalTo("2026-11-01"));
    }

    @Test
    void aServiceThroughClosedChannelsOnlyIsNotThere() {
        example.adopted("2026-01-01");

        asked("en").body("services.name", equalTo(List.of()), "channels", equalTo(List.of()));
        example.activate(example.video());
        asked("en").body("services[0].offers.channel.name", contains("Video call"), "channels.name", contains("Video call"));
    }

    @Test
    void whatIsNotInForceIsNotThere() {
        notThere(address());
        example.adopted(LocalDate.now().plusYears(1).toString());

        notThere(address());
        notThere("/v1/public/concepts/none?organisation=" + designer.organisation());
    }

    @Test
    void theDraftOfTheNextEditionIsNotTold() {
        example.adopted("2026-01-01");
        String before = asked("en").extract().asString();

        designer.created(example.concept() + "/services", "{\"name\": \"Parking\"}");

        assertThat(asked("en").extract().asString()).isEqualTo(before);
    }

    @Test
    void anAddressNamesItsOrganisation() {
        example.adopted("2026-01-01");

        notThere("/v1/public/concepts/" + slug());
        notThere("/v1/public/concepts/" + slug() + "?organisation=somebody-else");
        notThere("/v1/public/concepts/" + slug() + "?organisation=%00");
        notThere("/v1/public/concepts/" + "x".repeat(201) + "?organisation=" + designer.organisation());
    }

    @Test
    void twoOrganisationsWithOneSlugAreToldApart() {
        example.adopted("2026-01-01");
        Api other = Api.designer();
        other.created("/v1/concepts", "{\"name\": \"Theirs\", \"slug\": \"%s\"}".formatted(slug()));

        notThere("/v1/public/concepts/" + slug() + "?organisation=" + other.organisation());
        asked("en").body("name", equalTo("Our service"));
    }

    @Test
    void theAnswerCanBeKeptForAWhileAndAskedForAgain() {
        example.adopted("2026-01-01");
        Response first = given().get(address());
        String tag = first.header("ETag");
        assertThat(tag).matches("\"[0-9a-f]{32}\"");
        assertThat(first.header("Cache-Control")).isEqualTo("public, max-age=60");
        assertThat(first.header("Vary")).isEqualTo("Accept-Language");

        given().header("If-None-Match", tag).get(address()).then().statusCode(304).body(equalTo(""));
        given().header("If-None-Match", tag).header("Accept-Language", "nl").get(address()).then().statusCode(200);
        example.activate(example.desk());
        given().header("If-None-Match", tag).get(address()).then().statusCode(200);
    }

    @Test
    void aTokenIsNeitherNeededNorLookedAt() {
        example.adopted("2026-01-01");

        given().auth().oauth2("not.a.token").get(address()).then().statusCode(200);
        given().auth().oauth2("not.a.token").get(example.concept()).then().statusCode(401);
        given().contentType(ContentType.JSON).body("{}").post(address()).then().statusCode(405);
    }

    private void fill() {
        Topics.event("measurement-events", designer.organisation(), "indicator-" + indicator, 1,
                "measurement.indicator-defined.v1", """
                        {"indicator": "%s", "version": 1, "name": "SECRET indicator", "unit": "mark"}"""
                        .formatted(indicator));
        designer.put(example.concept() + "/direction", "\"0\"", """
                {"mission": "SECRET mission", "values": ["SECRET value"], "policyChoices": ["SECRET choice"],
                 "budgetPerMonth": 987654}""").statusCode(200);
        String importance = example.concept() + "/needs/" + example.heard() + "/importance";
        designer.put(importance, "\"0\"", """
                {"importance": [{"group": "%s", "value": 5, "source": "SECRET source"}]}""".formatted(example.old()))
                .statusCode(200);
        designer.put(example.concept() + "/gap-analysis/fits/" + example.heard() + "/" + example.desk(), "\"0\"", """
                {"fit": 4, "rationale": "SECRET rationale"}""").statusCode(200);
        String desk = example.concept() + "/channels/" + example.desk();
        designer.put(desk, designer.version(desk), """
                {"name": "Desk", "kind": "DESK", "layer": "%s", "means": ["SECRET means"], "costPerContact": 987.65,
                 "feasibility": "SECRET feasibility"}""".formatted(example.personal())).statusCode(200);
        designer.created(example.concept() + "/assumptions", """
                {"name": "SECRET belief", "impact": 5, "uncertainty": 5, "owner": "SECRET owner"}""");
        designer.created(example.concept() + "/stakeholders", """
                {"name": "SECRET council", "influence": "HIGH", "interest": "HIGH", "support": "OPPOSED"}""");
        designer.created(example.concept() + "/channel-shifts", """
                {"from": "%s", "to": "%s", "percentage": 10, "dueDate": "2099-12-31", "reason": "SECRET reason"}"""
                .formatted(example.desk(), example.video()));
        designer.created(example.concept() + "/hand-overs", """
                {"from": "%s", "to": "%s", "occasion": "SECRET occasion"}""".formatted(example.video(), example.desk()));
        String service = designer.id(example.concept() + "/services",
                "{\"name\": \"Passports\", \"description\": \"New or renewed\"}");
        List.of(example.young(), example.old())
                .forEach(group -> designer.created(example.concept() + "/offers", offer(service, example.desk(), group)));
        designer.created(example.concept() + "/offers", """
                {"service": "%s", "channel": "%s", "group": "%s"}""".formatted(service, example.video(), example.young()));
        designer.created(example.concept() + "/service-levels", """
                {"name": "SECRET level", "promise": "You have an answer in time", "service": "%s", "indicator": "%s",
                 "norm": {"comparison": "AT_LEAST", "value": 92.5}, "window": "MONTH"}""".formatted(service, indicator));
        objective = designer.id(example.concept() + "/objectives", """
                {"name": "SECRET objective", "indicator": "%s", "target": {"comparison": "AT_LEAST", "value": 92.5},
                 "window": "MONTH", "dueDate": "2099-12-31", "owner": "SECRET owner"}""".formatted(indicator));
    }

    private static String offer(String service, String channel, String group) {
        return """
                {"service": "%s", "channel": "%s", "group": "%s", "languages": ["nl", "en"], "accessibility": ["A lift"],
                 "openingHours": [{"day": "TUESDAY", "from": "10:00", "to": "17:00"},
                                  {"day": "MONDAY", "from": "09:00", "to": "17:00"}],
                 "promise": "You are helped on the day", "answerTime": {"value": 2, "unit": "WORKING_DAYS"}}"""
                .formatted(service, channel, group);
    }

    @Test
    void thePeriodThatCouldBeJudgedLastIsToldUntilTheNextOneCanBe() {
        example.adopted("2026-01-01");
        judged("MET", 10, 31, 1);
        awaitKept("KEPT");
        for (String cannot : List.of("NO_DATA", "HIDDEN", "INSUFFICIENT")) {
            judged(cannot, 11, 30, 1 + List.of("NO_DATA", "HIDDEN", "INSUFFICIENT").indexOf(cannot));
        }
        heard();

        asked("en").body("serviceLevels[0].kept", equalTo("KEPT"), "serviceLevels[0].period.from", equalTo("2026-10-01"));
        judged("LIKELY_MISSED", 11, 30, 9);
        awaitKept("PROBABLY_NOT_KEPT");
        asked("en").body("serviceLevels[0].period.from", equalTo("2026-11-01"));
    }

    /** Records of a stream come in their order: what was sent before this one is known when its indicator is. */
    private void heard() {
        Topics.event("measurement-events", designer.organisation(), "indicator-" + indicator, 2,
                "measurement.indicator-defined.v1", """
                        {"indicator": "%s", "version": 2, "name": "Heard", "unit": "%%"}""".formatted(indicator));
        await().atMost(Duration.ofSeconds(20)).until(() -> designer.manager().get(example.concept() + "/export").extract()
                .<List<String>> path("indicators.name").contains("Heard"));
    }

    private void judged(String verdict, int month, int days, int revision) {
        Topics.state("measurement-events", designer.organisation(), "indicator-" + indicator,
                "measurement.target-judged.v1", """
                        {"concept": "%1$s", "edition": 1, "objective": "%2$s", "indicator": "%3$s", "n": 120, "figure": 93.1,
                         "period": {"kind": "MONTH", "label": "2026-%4$d", "from": "2026-%4$d-01", "to": "2026-%4$d-%5$d"},
                         "verdict": "%6$s", "provisional": true, "revision": %7$d, "judgedAt": "2026-11-23T10:00:00Z"}"""
                        .formatted(example.id(), objective, indicator, month, days, verdict, revision));
    }

    private void judged(String verdict) {
        Topics.state("measurement-events", designer.organisation(), "indicator-" + indicator,
                "measurement.target-judged.v1", """
                        {"concept": "%s", "edition": 1, "objective": "%s", "indicator": "%s", "n": 120, "figure": 93.1,
                         "period": {"kind": "MONTH", "label": "2026-11", "from": "2026-11-01", "to": "2026-11-30"},
                         "verdict": "%s", "provisional": true, "revision": 1, "judgedAt": "2026-11-23T10:00:00Z"}"""
                        .formatted(example.id(), objective, indicator, verdict));
    }

    private void awaitKept(String kept) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> asked("en").body("serviceLevels[0].kept", equalTo(kept)));
    }

    private ValidatableResponse asked(String language) {
        return given().header("Accept-Language", language).get(address()).then();
    }

    private String address() {
        return "/v1/public/concepts/" + slug() + "?organisation=" + designer.organisation();
    }

    private String slug() {
        return designer.get(example.concept()).extract().path("slug");
    }

    private static void notThere(String address) {
        given().urlEncodingEnabled(false).get(address).then().statusCode(404)
                .contentType(containsString("application/problem+json"))
                .body("type", equalTo("https://serviceconcept.io/problems/not-found"));
    }

    private static void walk(JsonNode node, Set<String> fields) {
        node.fieldNames().forEachRemaining(fields::add);
        node.forEach(child -> walk(child, fields));
    }
}
