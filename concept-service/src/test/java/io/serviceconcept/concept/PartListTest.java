package io.serviceconcept.concept;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.testing.Api;
import io.serviceconcept.testing.Example;

@QuarkusTest
@WithTestResource(RealParts.class)
class PartListTest {

    private Example example;

    @BeforeEach
    void aConcept() {
        example = Example.created(Api.designer());
    }

    private ValidatableResponse list(String segmentAndQuery) {
        return example.designer().get(example.concept() + "/" + segmentAndQuery);
    }

    @Test
    void partsAreOrderedAsIsAsked() {
        list("channels").statusCode(200).body("items.name", contains("Desk", "Video call"));
        list("channels?sort=-name").statusCode(200).body("items.name", contains("Video call", "Desk"));
        list("layers").body("items.name", contains("Self-service", "Personal"));
        list("layers?sort=-position").body("items.name", contains("Personal", "Self-service"));
        list("layers?sort=name").body("items.name", contains("Personal", "Self-service"));
    }

    @Test
    void pagesFollowOneAnotherInThatOrderWhateverIsAddedMeanwhile() {
        String next = list("channels?sort=-name&limit=1").body("items.name", contains("Video call")).extract()
                .header("Link").replaceFirst("^<(.*)>;.*$", "$1");
        example.designer().created(example.concept() + "/channels", Example.channel("Website", "WEBSITE", example.personal()));

        example.designer().get(next).statusCode(200).body("items.name", contains("Desk"));
        example.designer().get(next.replace("sort=-name", "sort=name")).statusCode(400)
                .body("errors.pointer", contains("?cursor"));
    }

    @Test
    void partsAreFoundByWhatTheirNamesHold() {
        list("channels?q=VIDÉO").statusCode(200).body("items.name", contains("Video call"));
        list("channels?q=fax").body("items", empty());
    }

    @Test
    void partsAreFoundByTheirFields() {
        example.activate(example.video());

        list("channels?status=ACTIVE").body("items.name", contains("Video call"));
        list("channels?status=PLANNED&kind=desk").body("items.name", contains("Desk"));
        list("channels?layer=" + example.selfService()).body("items", empty());
        list("needs?coreNeed=" + example.contact()).body("items.name", contains("Being heard"));
        list("layers?approach=PERSONAL").body("items.name", contains("Personal"));
    }

    @Test
    void theApproachOfALayerCanBeAWordOfOnesOwn() {
        String layers = example.concept() + "/layers";
        String layer = example.designer().created(layers, """
                {"name": "In the street", "approach": "NEIGHBOURHOOD", "position": 3}""");

        example.designer().get(layer).body("approach", equalTo("NEIGHBOURHOOD"));
        list("layers?approach=neighbourhood").body("items.name", contains("In the street"));
        example.designer().get(example.concept() + "/document").statusCode(200).body(containsString("In the street"));
    }

    @ParameterizedTest
    @CsvSource({ "channels?sort=position, ?sort", "channels?status=OPEN, ?status", "needs?q=%20, ?q" })
    void whatCannotBeMeantIsRefused(String asked, String pointer) {
        example.designer().request().urlEncodingEnabled(false).get(example.concept() + "/" + asked).then().statusCode(400)
                .body("errors.pointer", contains(pointer));
    }

    @Test
    void theDocumentSaysHowListsCanBeAsked() {
        RestAssured.get("/q/openapi?format=json").then()
                .body("paths.'/v1/concepts/{concept}/layers'.get.parameters.name", hasItems("sort", "q", "approach"))
                .body("paths.'/v1/concepts/{concept}/channels'.get.parameters.find { it.name == 'status' }.schema.enum",
                        hasItems("PLANNED", "ACTIVE"));
    }

    @Test
    void conceptsAreOrderedAndFoundLikewise() {
        Api api = example.designer();
        api.created("/v1/concepts", "{\"name\": \"100% digital\", \"slug\": \"zzz\"}");

        api.get("/v1/concepts?sort=name").body("items.name", contains("100% digital", "Our service"));
        String next = api.get("/v1/concepts?sort=-slug&limit=1").body("items.slug", contains("zzz")).extract().header("Link")
                .replaceFirst("^<(.*)>;.*$", "$1");
        api.get(next).statusCode(200).body("items.name", contains("Our service"));
        api.get("/v1/concepts?q=0% D").body("items.slug", contains("zzz"));
        api.get("/v1/concepts?q=100_").body("items", empty());
        api.get("/v1/concepts?state=RETIRED").body("items", empty());
        api.get("/v1/concepts?state=DRAFT&slug=zzz").body("items.slug", contains("zzz"));
        api.get("/v1/concepts?state=OVER").statusCode(400).body("errors[0].message", containsString("DRAFT"));
        api.get("/v1/concepts?sort=version").statusCode(400).body("errors[0].pointer", equalTo("?sort"));
    }
}
