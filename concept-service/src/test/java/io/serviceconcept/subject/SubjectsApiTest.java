package io.serviceconcept.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.serviceconcept.eventsourcing.SubjectId;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.testing.Api;
import io.serviceconcept.testing.Example;

@QuarkusTest
@WithTestResource(RealParts.class)
class SubjectsApiTest {

    private Api designer;
    private Api admin;
    private String concept;
    private String idea;
    private String test;

    @BeforeEach
    void aTestOfAnIdea() {
        Example example = Example.created(Api.designer());
        designer = example.designer();
        admin = designer.with("arie", "admin");
        concept = example.concept();
        idea = designer.created(concept + "/ideas", """
                {"title": "Evening calls", "origin": "NEED", "owner": "Head of service"}""");
        test = designer.request().contentType(ContentType.JSON).header("If-Match", "\"1\"").body("""
                {"target": {"kind": "IDEA"}, "kind": "INTERVIEW", "from": "2026-03-02", "participants": 2}""")
                .post(idea + "/tests").then().statusCode(201).extract().header("Location");
    }

    private String said(String pseudonym, String text) {
        return designer.post(test + "/quotes", "{\"pseudonym\": \"%s\", \"text\": \"%s\"}".formatted(pseudonym, text))
                .statusCode(201).extract().path("subject");
    }

    private static String address(String subject) {
        return "/v1/subjects/" + subject;
    }

    @Test
    void whatAPersonSaidIsErasedAndAllElseStays() {
        String ann = said("p-1", "I am Ann of the canal");
        said("p-2", "Somebody else said this");
        assertThat(said("p-1", "And my neighbour too")).isEqualTo(ann);
        List<String> others = List.of(test, idea, idea + "/history", concept + "/gap-analysis");
        List<String> before = others.stream().map(path -> designer.get(path).extract().asString()).toList();

        admin.request().delete(address(ann)).then().statusCode(204);

        designer.get(test + "/quotes").body("items.text", contains("Somebody else said this"));
        assertThat(others.stream().map(path -> designer.get(path).extract().asString())).isEqualTo(before);
        said("p-1", "I come late");
        designer.get(test + "/quotes").body("items.text", contains("Somebody else said this"));
        String moment = designer.get(idea + "/history?limit=200").extract().path("items[2].when");
        designer.get(test + "/quotes?asOf=" + moment).statusCode(200).body("items", empty());
    }

    @Test
    void erasingAgainOrSomebodyUnknownIsAnsweredTheSame() {
        String ann = said("p-1", "Mine");

        for (String subject : List.of(ann, ann, SubjectId.random().value())) {
            admin.request().delete(address(subject)).then().statusCode(204);
        }
        admin.request().delete(address("ann")).then().statusCode(404);
    }

    @Test
    void onlyAnAdminErasesAndOnlyInTheOwnOrganisation() {
        String ann = said("p-1", "Mine");

        for (String role : List.of("viewer", "designer", "analyst", "manager", "integration", "operator")) {
            designer.with("o", role).request().delete(address(ann)).then().statusCode(403);
        }
        Api.designer().with("fatima", "admin").request().delete(address(ann)).then().statusCode(204);
        designer.get(test + "/quotes").body("items.text", contains("Mine"), "items.subject", contains(ann));
        designer.get(idea).body("version", equalTo(3));
    }
}
