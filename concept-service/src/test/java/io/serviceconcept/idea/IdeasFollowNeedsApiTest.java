package io.serviceconcept.idea;

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
import io.restassured.response.ValidatableResponse;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.testing.Api;
import io.serviceconcept.testing.Example;

/** Ideas name the needs that there are, also when those that they were given were merged or split. */
@QuarkusTest
@WithTestResource(RealParts.class)
class IdeasFollowNeedsApiTest {

    private Example example;
    private Api designer;
    private String ideas;
    private String speed;

    @BeforeEach
    void aConcept() {
        example = Example.created(Api.designer());
        designer = example.designer();
        ideas = example.concept() + "/ideas";
        speed = designer.id(example.concept() + "/needs", "{\"name\": \"Speed\", \"audience\": \"CUSTOMER\"}");
    }

    private String idea(String effects) {
        return designer.created(ideas, """
                {"title": "Evening calls", "origin": "NEED", "owner": "A", "needs": ["%s"], "expectedEffects": [%s]}"""
                .formatted(example.heard(), effects));
    }

    private String effect(String need, int fit) {
        return "{\"need\": \"%s\", \"channel\": \"%s\", \"fit\": %d}".formatted(need, example.video(), fit);
    }

    private ValidatableResponse needBecame(String need, String how, String body) {
        String address = example.concept() + "/needs/" + need;
        return designer.request().contentType(ContentType.JSON).header("If-Match", designer.version(address)).body(body)
                .post(address + how).then();
    }

    private void merged(String need, String into) {
        needBecame(need, "/merge", "{\"into\": \"%s\"}".formatted(into)).statusCode(200);
    }

    @Test
    void whatAnOpenIdeaNamesIsNotRemoved() {
        String idea = idea("");
        String need = example.concept() + "/needs/" + example.heard();

        designer.request().header("If-Match", designer.version(need)).delete(need).then().statusCode(409)
                .body("type", equalTo("https://serviceconcept.io/problems/still-referred-to"))
                .body("ideas.title", contains("Evening calls"))
                .body("ideas.id", contains(idea.substring(idea.lastIndexOf('/') + 1)));
    }

    @Test
    void whatAMergedNeedWentUpInIsNotRemovedEither() {
        idea("");
        merged(example.heard(), speed);

        stays("/needs/" + speed);
    }

    @Test
    void whatIsOnlyExpectedOfAnIdeaIsNotRemoved() {
        designer.created(ideas, """
                {"title": "Evening calls", "origin": "NEED", "owner": "A", "expectedEffects": [%s]}"""
                .formatted(effect(example.heard(), 3)));

        stays("/needs/" + example.heard());
        stays("/channels/" + freeChannelNamedBy("{\"title\": \"Evening calls\", \"origin\": \"NEED\", \"owner\": \"A\","
                + " \"expectedEffects\": [{\"need\": \"" + speed + "\", \"channel\": \"%s\", \"fit\": 1}]}"));
    }

    @Test
    void whatIsTestedIsNotRemovedWhileTheIdeaIsOpen() {
        String idea = designer.created(ideas, "{\"title\": \"Evening calls\", \"origin\": \"NEED\", \"owner\": \"A\"}");
        String phone = designer.id(example.concept() + "/channels", "{\"name\": \"Phone\", \"kind\": \"PHONE\"}");
        String group = designer.id(example.concept() + "/customer-groups",
                Example.group("Night workers", "1", example.personal(), null));
        designer.request().contentType(ContentType.JSON).header("If-Match", designer.version(idea)).body("""
                {"target": {"kind": "CHANNEL", "channel": "%s"}, "kind": "PROTOTYPE", "from": "2026-03-02",
                 "groups": ["%s"]}""".formatted(phone, group)).post(idea + "/tests").then().statusCode(201);

        stays("/channels/" + phone);
        stays("/customer-groups/" + group);
        List.of("SELECTED", "IN_TEST", "REJECTED")
                .forEach(state -> IdeasApiTest.moved(designer, idea, state).statusCode(201));
        String address = example.concept() + "/channels/" + phone;
        designer.delete(address, designer.version(address)).statusCode(204);
    }

    private String freeChannelNamedBy(String idea) {
        String phone = designer.id(example.concept() + "/channels", "{\"name\": \"Phone\", \"kind\": \"PHONE\"}");
        designer.created(ideas, idea.formatted(phone));
        return phone;
    }

    private void stays(String part) {
        String address = example.concept() + part;
        designer.delete(address, designer.version(address)).statusCode(409)
                .body("type", equalTo("https://serviceconcept.io/problems/still-referred-to"))
                .body("ideas.title", contains("Evening calls"));
    }

    @Test
    void anIdeaNamesTheNeedThatItsNeedWentUpIn() {
        String idea = idea(effect(example.heard(), 4));
        String before = designer.version(idea);
        String then = designer.get(idea + "/history").extract().path("items[-1].when");

        merged(example.heard(), speed);

        designer.request().header("If-None-Match", before).get(idea).then().statusCode(200)
                .body("needs", contains(speed), "expectedEffects.need", contains(speed), "expectedEffects.fit", contains(4))
                .body("replacedNeeds.need", contains(example.heard()), "replacedNeeds[0].by", contains(speed))
                .body("version", equalTo(1));
        designer.get(ideas + "?need=" + speed).body("items.title", contains("Evening calls"), "items[0].needs",
                contains(speed), "items[0].expectedEffects.need", contains(speed));
        designer.get(ideas + "?need=" + example.heard()).body("items[0].needs", contains(speed));
        designer.get(idea + "?asOf=" + then).body("needs", contains(example.heard()), "replacedNeeds", empty());
    }

    @Test
    void anIdeaNamesAllNeedsThatItsNeedBecame() {
        String idea = idea(effect(example.heard(), 4));

        List<String> became = needBecame(example.heard(), "/split", """
                {"into": [{"name": "By a person"}, {"name": "At once"}]}""").statusCode(201).extract().path("into.id");

        designer.get(idea).body("needs", equalTo(became), "expectedEffects.need", equalTo(became), "expectedEffects.fit",
                contains(4, 4), "replacedNeeds[0].by", equalTo(became));
    }

    @Test
    void whereTwoEffectsMeetThatOfTheNeedThatStayedCounts() {
        String idea = idea(effect(example.heard(), 4) + ", " + effect(speed, 1));

        merged(example.heard(), speed);

        designer.get(idea).body("expectedEffects.need", contains(speed), "expectedEffects.fit", contains(1));
    }

    @Test
    void whatIsShownCanBeSentBackAndIsTheIdeaFromThenOn() {
        String idea = idea("");
        merged(example.heard(), speed);
        String tag = designer.version(idea);

        designer.put(idea, tag, """
                {"title": "Evening calls", "origin": "NEED", "owner": "A", "needs": ["%s"]}""".formatted(speed))
                .statusCode(200).body("needs", contains(speed), "replacedNeeds", empty()).header("ETag", "\"2\"");
        designer.put(idea, "\"2\"", """
                {"title": "Evening calls", "origin": "NEED", "owner": "A", "needs": ["%s"]}""".formatted(example.heard()))
                .statusCode(409).body("errors.pointer", contains("/needs/0"));
    }

    @Test
    void anIdeaIsSelectedWithTheNeedsThatThereAre() {
        String idea = idea("");
        merged(example.heard(), speed);

        IdeasApiTest.moved(designer, idea, "SELECTED").statusCode(201).body("needs", contains(speed));

        assertThat(designer.version(idea)).startsWith("\"2-");
    }
}
