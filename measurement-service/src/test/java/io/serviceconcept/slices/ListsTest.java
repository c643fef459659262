package io.serviceconcept.slices;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
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
}
