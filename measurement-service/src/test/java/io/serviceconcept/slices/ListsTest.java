package io.serviceconcept.slices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.ValidatableResponse;
import io.serviceconcept.eventsourcing.testing.RealParts;

@QuarkusTest
@WithTestResource(RealParts.class)
class ListsTest {

    private final Organisation organisation = Organisation.fresh();

    private ValidatableResponse list(String address) {
        return organisation.as("viewer").get(address).then();
    }

    private static String next(ValidatableResponse page) {
        return page.extract().header("Link").replaceFirst("^<(.*)>;.*$", "$1");
    }

    @Test
    void indicatorsAreOrderedAndFoundAsIsAsked() {
        organisation.visitors();
        organisation.satisfaction();

        list("/v1/indicators?sort=name").statusCode(200).body("items.name", contains("Satisfaction", "Visitors"));
        ValidatableResponse first = list("/v1/indicators?sort=-name&limit=1").body("items.name", contains("Visitors"));
        list(next(first)).statusCode(200).body("items.name", contains("Satisfaction"));
        list(next(first).replace("sort=-name", "sort=id")).statusCode(400).body("errors.pointer", contains("?cursor"));
        list("/v1/indicators?q=SATIS").body("items.name", contains("Satisfaction"));
        list("/v1/indicators?q=%25").body("items", empty());
        list("/v1/indicators?sort=unit").statusCode(400).body("errors.pointer", contains("?sort"));
    }

    @Test
    void surveysAreOrderedAndFoundAsIsAsked() {
        organisation.survey(organisation.satisfaction());

        list("/v1/surveys?sort=-name&q=video").statusCode(200).body("items.name", contains("After a video call"));
        list("/v1/surveys?q=desk").body("items", empty());
        list("/v1/surveys?sort=version").statusCode(400).body("errors.pointer", contains("?sort"));
    }

    /** The list at an address, of two that are made. */
    private void isOrderedByWhatIsAsked(String address, String key, String first, String last, String usual) {
        List<String> rising = List.of(first, last);
        for (String sort : List.of(key, '-' + key)) {
            List<String> order = sort.equals(key) ? rising : rising.reversed();
            ids(address + "?sort=" + sort).isEqualTo(order);
            ValidatableResponse page = asAnalyst(address + "?limit=1&sort=" + sort).body("items.id",
                    contains(order.getFirst()));
            ids(next(page)).isEqualTo(List.of(order.getLast()));
            String other = sort.equals(key) ? '-' + key : key;
            asAnalyst(next(page).replace("sort=" + sort, "sort=" + other)).statusCode(400)
                    .body("errors.pointer", contains("?cursor"));
        }
        ids(address).isEqualTo(usual.equals(key) ? rising : rising.reversed());
        asAnalyst(address + "?sort=state").statusCode(400).body("errors.pointer", contains("?sort"));
    }

    private ValidatableResponse asAnalyst(String address) {
        return organisation.as("analyst").get(address).then();
    }

    private ListAssert<String> ids(String address) {
        return assertThat(asAnalyst(address).statusCode(200).extract().jsonPath().getList("items.id", String.class));
    }

    @Test
    void importsAreOrderedByWhenTheyCame() {
        String survey = organisation.survey(organisation.satisfaction());
        RestAssuredConfig asItIs = RestAssuredConfig.config()
                .encoderConfig(EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false));
        List<String> made = Stream.of("a", "b")
                .map(id -> organisation.as("analyst").config(asItIs).contentType("text/csv")
                        .body(("id,interactionAt,mark\n" + id + ",2026-03-01T10:00:00Z,8\n").getBytes(StandardCharsets.UTF_8))
                        .post("/v1/imports?of=RESPONSES&survey=" + survey).then().statusCode(202).extract()
                        .<String> path("id"))
                .toList();

        isOrderedByWhatIsAsked("/v1/imports", "createdAt", made.getFirst(), made.getLast(), "-createdAt");
    }

    @Test
    void exportsAreOrderedByWhenTheyWereAskedFor() {
        String survey = organisation.survey(organisation.satisfaction());
        List<String> made = Stream.of("CSV", "NDJSON").map(format -> organisation.as("analyst").body("""
                {"of": "RESPONSES", "format": "%s", "survey": "%s"}""".formatted(format, survey)).post("/v1/exports").then()
                .statusCode(202).extract().<String> path("id")).toList();

        isOrderedByWhatIsAsked("/v1/exports", "requestedAt", made.getFirst(), made.getLast(), "-requestedAt");
    }

    @Test
    void subscriptionsAreOrderedByTheirIds() {
        String survey = organisation.survey(organisation.satisfaction());
        List<String> made = Stream.of("One", "Other").map(name -> organisation.as("analyst").body("""
                {"name": "%s", "tool": "STANDARD", "survey": "%s", "mapping": {"questions": [
                  {"theirs": "q", "ours": "mark"}]}}""".formatted(name, survey)).post("/v1/webhook-subscriptions").then()
                .statusCode(201).extract().<String> path("id")).sorted().toList();

        isOrderedByWhatIsAsked("/v1/webhook-subscriptions", "id", made.getFirst(), made.getLast(), "id");
    }
}
