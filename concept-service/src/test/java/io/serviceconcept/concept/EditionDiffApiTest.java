package io.serviceconcept.concept;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.testing.Api;
import io.serviceconcept.testing.Example;

@QuarkusTest
@WithTestResource(RealParts.class)
class EditionDiffApiTest {

    @Test
    void twoEditionsAreComparedInWordsThatPeopleKnow() {
        Example example = twoEditions();

        example.designer().get(example.concept() + "/editions/1/diff/2").statusCode(200)
                .body("from.edition", equalTo(1), "to.edition", equalTo(2), "to.draft", equalTo(false),
                        "to.inForceFrom", equalTo("2026-07-01"))
                .body("kinds.kind", contains("layers", "channels"))
                .body("kinds[0].added.about.name", contains(contains("Informing")))
                .body("kinds[1].changed[0].about[0].name", equalTo("Desk"))
                .body("kinds[1].changed[0].fields.field", contains("/costPerContact", "/layer"))
                .body("kinds[1].changed[0].fields[0].before", nullValue(), "kinds[1].changed[0].fields[0].after",
                        equalTo(4.25f))
                .body("kinds[1].changed[0].fields[1].before.name", equalTo("Personal"),
                        "kinds[1].changed[0].fields[1].after.name", equalTo("Informing"));
        example.designer().get(example.concept() + "/editions/2/diff/1").body("kinds[0].removed.about.name",
                contains(contains("Informing")));
        example.designer().get(example.concept() + "/editions/1/diff/1").statusCode(200).body("kinds", empty());
    }

    @Test
    void theDraftIsComparedWithTheLastEdition() {
        Example example = twoEditions();
        String draft = example.concept() + "/editions/2/diff/draft";
        example.designer().get(draft).body("to.draft", equalTo(true), "to.edition", nullValue(), "kinds", empty());
        String seen = example.designer().version(draft);

        String heard = example.concept() + "/needs/" + example.heard();
        example.designer().put(heard + "/importance", "\"0\"", """
                {"importance": [{"group": "%s", "value": 5}]}""".formatted(example.old())).statusCode(200);

        example.designer().request().header("If-None-Match", seen).get(draft).then().statusCode(200)
                .body("kinds.kind", contains("importance"))
                .body("kinds[0].added[0].about.name", contains("Being heard", "Old"))
                .body("kinds[0].added[0].fields.after", contains(5));
        String version = example.designer().version(draft);
        example.designer().request().header("If-None-Match", version).get(draft).then().statusCode(304);
    }

    @Test
    void whatIsNotThereIsNotCompared() {
        Example example = twoEditions();
        Api designer = example.designer();
        for (String pair : new String[] { "1/diff/3", "0/diff/1", "draft/diff/1", "1/diff/nonsense", "01/diff/2",
                "-1/diff/1" }) {
            designer.get(example.concept() + "/editions/" + pair).statusCode(404).contentType("application/problem+json");
        }
        Api.designer().get(example.concept() + "/editions/1/diff/2").statusCode(404);
        designer.with("i", "integration").get(example.concept() + "/editions/1/diff/2").statusCode(403);
        designer.with("v", "viewer").get(example.concept() + "/editions/1/diff/2").statusCode(200);
    }

    private static Example twoEditions() {
        Example example = Example.created(Api.designer());
        example.adopted("2026-01-01");
        String informing = example.designer().id(example.concept() + "/layers", """
                {"name": "Informing", "approach": "INFORMING", "position": 3}""");
        String desk = example.concept() + "/channels/" + example.desk();
        example.designer().put(desk, example.designer().version(desk), """
                {"name": "Desk", "kind": "DESK", "layer": "%s", "costPerContact": 4.25}""".formatted(informing))
                .statusCode(200);
        example.activate(example.desk());
        example.adopted("2026-07-01");
        return example;
    }
}
