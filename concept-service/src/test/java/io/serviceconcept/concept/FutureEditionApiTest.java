package io.serviceconcept.concept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.testing.Api;
import io.serviceconcept.testing.Example;

/** Editions that take force later, and editions afterwards. */
@QuarkusTest
@WithTestResource(RealParts.class)
class FutureEditionApiTest {

    @Test
    void anEditionThatLiesAheadLeavesTheFormerInForce() {
        Example example = Example.created(Api.designer());
        Api designer = example.designer();
        example.adopted("2026-01-01");
        String ahead = LocalDate.now().plusMonths(3).toString();
        example.adopted(ahead);

        designer.get(example.concept()).body("editionInForce", equalTo(1), "draftEdition", equalTo(3));
        designer.get("/v1/concepts").body("items[0].editionInForce", equalTo(1));
        designer.get(example.concept() + "/evaluation").body("edition", equalTo(1));
        designer.get(example.concept() + "/editions").body("items.inForceFrom", contains("2026-01-01", ahead));
    }

    @Test
    void anEditionTakesForceWhenItsDayComesWhereTheOrganisationIs() {
        // 26 hours lie between them, so that it is never the same day
        String today = LocalDate.ofInstant(Instant.now(), ZoneOffset.ofHours(14)).toString();
        for (String organisation : List.of("where-days-begin", "where-days-end")) {
            Example example = Example.created(new Api(organisation, "dirk", "designer"));
            example.adopted(today);
            Object inForce = organisation.equals("where-days-begin") ? 1 : null;

            example.designer().get(example.concept()).body("editionInForce", equalTo(inForce));
            example.designer().get("/v1/concepts?slug=" + example.designer().get(example.concept()).extract().path("slug"))
                    .body("items[0].editionInForce", equalTo(inForce));
            example.designer().get(example.concept() + "/evaluation").statusCode(inForce == null ? 404 : 200);
        }
    }

    @Test
    void theTagOfAConceptSaysHowManyEditionsHaveBegunWhileOneLiesAhead() {
        Example example = Example.created(Api.designer());
        Api manager = example.designer().manager();
        example.adopted(LocalDate.now().plusMonths(3).toString());
        String tag = manager.version(example.concept());
        String version = manager.get(example.concept()).body("editionInForce", nullValue()).extract().jsonPath()
                .getString("version");

        assertThat(tag).isEqualTo("\"" + version + "-0\"");
        manager.request().header("If-None-Match", tag).get(example.concept()).then().statusCode(304);
        manager.put(example.concept() + "/proposal", tag, "").statusCode(200);
        manager.delete(example.concept() + "/proposal", tag).statusCode(412);
        manager.delete(example.concept() + "/proposal", manager.version(example.concept())).statusCode(200);
    }

    @Test
    void noEditionTakesForceBeforeTheOneBeforeIt() {
        Example example = Example.created(Api.designer());
        Api manager = example.designer().manager();
        LocalDate ahead = LocalDate.now().plusMonths(3);
        example.adopted(ahead.toString());
        manager.put(example.concept() + "/proposal", manager.version(example.concept()), "").statusCode(200);

        manager.request().contentType(ContentType.JSON).header("If-Match", manager.version(example.concept()))
                .body("{\"inForceFrom\": \"" + ahead.minusDays(1) + "\"}").post(example.concept() + "/editions").then()
                .statusCode(409).body("type", equalTo("https://serviceconcept.io/problems/edition-before-former"));
        manager.request().contentType(ContentType.JSON).header("If-Match", manager.version(example.concept()))
                .body("{\"inForceFrom\": \"" + ahead + "\"}").post(example.concept() + "/editions").then()
                .statusCode(201).body("edition", equalTo(2));
    }

    @Test
    void whateverIsDoneAfterwardsAnEditionIsAnsweredTheSame() {
        Example example = Example.created(Api.designer());
        example.adopted("2026-01-01");
        String edition = example.concept() + "/editions/1";
        String adopted = example.designer().get(edition).extract().asString();
        String tag = example.designer().version(edition);

        Random random = new Random(20261123);
        for (int i = 0; i < 40; i++) {
            change(example, random.nextInt(8), i);
            assertThat(example.designer().get(edition).extract().asString()).isEqualTo(adopted);
        }
        Api manager = example.designer().manager();
        manager.put(example.concept() + "/retirement", manager.version(example.concept()), "{\"reason\": \"Over\"}")
                .statusCode(200);

        assertThat(example.designer().get(edition).header("ETag", tag).extract().asString()).isEqualTo(adopted);
    }

    private static void change(Example example, int kind, int number) {
        Api designer = example.designer();
        String concept = example.concept();
        String layer = concept + "/layers/" + example.selfService();
        String importance = concept + "/needs/" + example.heard() + "/importance";
        switch (kind) {
            case 0 ->
                designer.put(layer, designer.version(layer), "{\"name\": \"Layer %d\", \"approach\": \"OWN\", \"position\": 1}"
                        .formatted(number)).statusCode(200);
            case 1 -> designer.created(concept + "/layers",
                    "{\"name\": \"New %1$d\", \"approach\": \"OWN\", \"position\": 1%1$d}".formatted(number));
            case 2 -> designer.put(importance, designer.version(importance), """
                    {"importance": [{"group": "%s", "value": %d}]}""".formatted(example.old(), number % 6)).statusCode(200);
            case 3 -> designer.request().contentType(ContentType.JSON).body("{\"fit\": " + number % 5 + "}")
                    .put(concept + "/gap-analysis/fits/" + example.heard() + "/" + example.desk()).then().statusCode(200);
            case 4 -> status(example, number);
            case 5 -> designer.put(concept + "/direction", designer.version(concept + "/direction"),
                    "{\"mission\": \"Mission %d\"}".formatted(number)).statusCode(200);
            case 6 -> designer.delete(designer.created(concept + "/needs",
                    "{\"name\": \"Need %d\", \"audience\": \"CUSTOMER\"}".formatted(number)),
                    designer.get(concept).extract().jsonPath().getString("version").transform(v -> "\"" + v + "\""))
                    .statusCode(204);
            default -> example.adopted("2026-06-01");
        }
    }

    /** There and back again. */
    private static void status(Example example, int number) {
        String desk = example.concept() + "/channels/" + example.desk();
        for (String status : List.of("PILOT", "PLANNED")) {
            example.designer().put(desk + "/status", example.designer().version(desk), """
                    {"status": "%s", "reason": "Trial %d"}""".formatted(status, number)).statusCode(200);
        }
    }
}
