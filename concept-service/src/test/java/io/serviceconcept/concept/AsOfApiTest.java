package io.serviceconcept.concept;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.testing.Api;
import io.serviceconcept.testing.Example;

/** What was known at a moment: the moment of an event is taken from the history. */
@QuarkusTest
@WithTestResource(RealParts.class)
class AsOfApiTest {

    @Test
    void aPartIsReadAsItWas() {
        Example example = Example.created(Api.designer());
        Api designer = example.designer();
        String layer = example.concept() + "/layers/" + example.selfService();
        String before = lastMoment(example);
        designer.put(layer, designer.version(layer), """
                {"name": "Digital", "approach": "SELF_SERVICE", "position": 1}""").statusCode(200);
        String after = lastMoment(example);

        designer.get(layer + "?asOf=" + before).statusCode(200).body("name", equalTo("Self-service"))
                .header("ETag", "\"2\"");
        designer.get(layer + "?asOf=" + after).body("name", equalTo("Digital"));
        designer.get(layer).body("name", equalTo("Digital"));
    }

    @Test
    void aListIsReadAsItWasPageByPage() {
        Example example = Example.created(Api.designer());
        String before = lastMoment(example);
        example.designer().created(example.concept() + "/layers", """
                {"name": "More", "approach": "OWN", "position": 3}""");

        example.designer().get(example.concept() + "/layers").body("items", hasSize(3));
        String next = example.designer().get(example.concept() + "/layers?limit=1&asOf=" + before)
                .body("items.name", contains("Self-service")).header("Link", containsString("asOf="))
                .extract().header("Link").replaceAll(".*<([^>]+)>.*", "$1");
        assertThat(example.designer().request().urlEncodingEnabled(false).get(next).then()
                .body("items.name", contains("Personal")).extract().header("Link")).isNull();
    }

    @Test
    void whatWasNotThereYetIsNotThere() {
        Example example = Example.created(Api.designer());
        String created = moment(example, 0);
        String beforeAll = Instant.parse(created).minusNanos(1000).toString();

        example.designer().get(example.concept() + "?asOf=" + beforeAll).statusCode(404).body("type",
                equalTo("https://serviceconcept.io/problems/not-found"));
        example.designer().get(example.concept() + "?asOf=" + created).statusCode(200).body("version", equalTo(1));
        example.designer().get(example.concept() + "/layers?asOf=" + created).body("items", empty());
        example.designer().get(example.concept() + "/layers/" + example.personal() + "?asOf=" + created).statusCode(404);
        example.designer().get(example.concept() + "/editions?asOf=0001-01-01T00:00:00Z").statusCode(404);
        example.designer().get(example.concept() + "?asOf=-999999999-01-01T00:00:00Z").statusCode(404);
    }

    @Test
    void aMomentThatLiesAheadIsNow() {
        Example example = Example.created(Api.designer());
        String now = example.designer().get(example.concept()).extract().asString();

        for (String ahead : List.of("2999-01-01T00:00:00Z", "+999999999-12-31T23:59:59Z",
                Instant.now().plusSeconds(60).toString())) {
            assertThat(example.designer().request().queryParam("asOf", ahead).get(example.concept()).asString())
                    .isEqualTo(now);
        }
    }

    @Test
    void anyOffsetIsTaken() {
        Example example = Example.created(Api.designer());
        String local = OffsetDateTime.parse(moment(example, 0)).withOffsetSameInstant(ZoneOffset.ofHours(2)).toString();

        example.designer().request().queryParam("asOf", local).get(example.concept()).then().body("version", equalTo(1));
        // the plus of an offset that was not escaped arrives as a space
        example.designer().request().urlEncodingEnabled(false).get(example.concept() + "?asOf=" + local).then()
                .body("version", equalTo(1));
    }

    @ParameterizedTest
    @ValueSource(strings = { "yesterday", "2026-11-22", "2026-13-01T00:00:00Z", "", "2026-11-22T10:00:00",
            "2026-02-30T10:00:00Z", "1700000000", "2026-11-22T10:00:00Z&asOf=2026-11-22T10:00:00Z" })
    void whatIsNotOneInstantIsRefused(String asOf) {
        Api designer = Api.designer();
        String concept = designer.concept();

        designer.get(concept + "?asOf=" + asOf).statusCode(400).body("errors.pointer", contains("?asOf"));
    }

    @Test
    void editionsAreThoseOfThen() {
        Example example = Example.created(Api.designer());
        String drafted = lastMoment(example);
        example.adopted("2020-01-01");
        String adopted = lastMoment(example);
        example.adopted(LocalDate.now().plusYears(1).toString());

        example.designer().get(example.concept() + "/editions?asOf=" + drafted).body("items", empty());
        example.designer().get(example.concept() + "/editions/1?asOf=" + drafted).statusCode(404);
        example.designer().get(example.concept() + "?asOf=" + drafted).body("editionInForce", nullValue());
        example.designer().get(example.concept() + "/editions?asOf=" + adopted).body("items.edition", contains(1));
        example.designer().get(example.concept() + "?asOf=" + adopted).body("editionInForce", equalTo(1),
                "draftEdition", equalTo(2));
        example.designer().get(example.concept() + "/editions").body("items.edition", contains(1, 2));
    }

    @Test
    void aChangeIsMadeOnWhatIsThereNow() {
        Example example = Example.created(Api.designer());
        String created = moment(example, 0);

        String layer = example.concept() + "/layers/" + example.selfService();
        example.designer().put(layer + "?asOf=" + created, example.designer().version(layer), """
                {"name": "Digital", "approach": "SELF_SERVICE", "position": 1}""").statusCode(200);
        example.designer().get(layer).body("name", equalTo("Digital"));
    }

    @Test
    void everyReadingThatIsDocumentedToTakeItDoes() {
        Example example = Example.created(Api.designer());
        Map<String, Map<String, Map<String, Object>>> paths = given().get("/q/openapi?format=json").jsonPath()
                .getMap("paths");
        List<String> readings = paths.entrySet().stream().filter(path -> path.getValue().containsKey("get"))
                .filter(path -> String.valueOf(path.getValue().get("get").get("parameters")).contains("name=asOf"))
                .map(Map.Entry::getKey).sorted().toList();

        assertThat(readings).contains("/v1/concepts/{concept}", "/v1/concepts/{concept}/direction",
                "/v1/concepts/{concept}/layers", "/v1/concepts/{concept}/layers/{layer}",
                "/v1/concepts/{concept}/needs/{need}/importance", "/v1/concepts/{concept}/editions/{edition}",
                "/v1/concepts/{concept}/gap-analysis", "/v1/concepts/{concept}/gap-analysis/ideas",
                "/v1/concepts/{concept}/matrix", "/v1/concepts/{concept}/document",
                "/v1/concepts/{concept}/ideas", "/v1/concepts/{concept}/ideas/{idea}/tests/{test}");
        assertThat(readings).allSatisfy(path -> {
            String address = path.replace("{concept}", example.id()).replaceAll("\\{[^}]+}", "1");
            example.designer().manager().get(address + "?asOf=nonsense").statusCode(400).body("errors.pointer",
                    contains("?asOf"));
            example.designer().manager().get(address + "?asOf=2000-01-01T00:00:00Z").statusCode(404);
        });
    }

    @Test
    void whatIsOnlyKnownAsItIsNowTakesNoMoment() {
        Example example = Example.created(Api.designer());
        example.adopted("2026-01-01");

        for (String address : List.of(example.concept() + "/evaluation", example.concept() + "/my-work",
                example.concept() + "/channels/" + example.desk() + "/readiness",
                "/v1/concepts")) {
            example.designer().get(address).statusCode(200);
            for (String moment : List.of(moment(example, 0), "2999-01-01T00:00:00Z", "yesterday")) {
                example.designer().get(address + "?asOf=" + moment).statusCode(400)
                        .body("type", equalTo("https://serviceconcept.io/problems/invalid-input"))
                        .body("errors.pointer", contains("?asOf"));
            }
        }
    }

    private static String lastMoment(Example example) {
        return moment(example, -1);
    }

    private static String moment(Example example, int entry) {
        return example.designer().get(example.concept() + "/history?limit=200").extract().jsonPath()
                .getString("items[" + entry + "].when");
    }
}
