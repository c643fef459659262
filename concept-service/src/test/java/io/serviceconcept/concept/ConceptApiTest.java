package io.serviceconcept.concept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.testing.Api;
import io.serviceconcept.testing.Example;

/** The main flow, as its people go through it. */
@QuarkusTest
@WithTestResource(RealParts.class)
class ConceptApiTest {

    @Test
    void aConceptIsFilledProposedAndAdopted() {
        Example example = Example.created(Api.designer());
        Api designer = example.designer();
        designer.put(example.concept() + "/direction", "\"0\"", """
                {"mission": "Serve everybody", "values": ["Near"], "policyChoices": []}""").statusCode(200)
                .body("mission", equalTo("Serve everybody"));
        String importance = example.concept() + "/needs/" + example.heard() + "/importance";
        designer.put(importance, designer.version(importance), """
                {"importance": [{"group": "%s", "value": 2}, {"group": "%s", "value": 5, "source": "Interviews"}]}"""
                .formatted(example.young(), example.old())).statusCode(200);
        designer.put(example.concept() + "/gap-analysis/fits/" + example.heard() + "/" + example.desk(), "\"0\"", """
                {"fit": 4, "rationale": "One meets a person"}""").statusCode(200).body("assessor", equalTo("dirk"));

        String edition = example.adopted("2026-01-01");

        example.designer().get(example.concept()).body("state", equalTo("DRAFT"), "draftEdition", equalTo(2),
                "editionInForce", equalTo(1));
        designer.get(edition.replaceFirst("^https?://[^/]+", "")).statusCode(200)
                .body("edition", equalTo(1), "inForceFrom", equalTo("2026-01-01"), "adoptedBy", equalTo("marit"))
                .body("layers.name", contains("Self-service", "Personal"), "channels", hasSize(2))
                .body("needs", hasSize(2), "fits[0].fit", equalTo(4), "direction.mission", equalTo("Serve everybody"));
    }

    @Test
    void anEditionHoldsWhatIsOfferedWantedAndBelieved() {
        Example example = Example.created(Api.designer());
        Api designer = example.designer();
        String service = designer.id(example.concept() + "/services", "{\"name\": \"Passports\"}");
        designer.created(example.concept() + "/offers", """
                {"service": "%s", "channel": "%s", "group": "%s"}""".formatted(service, example.desk(), example.old()));
        String joined = "{\"from\": \"%s\", \"to\": \"%s\"%s}";
        designer.created(example.concept() + "/hand-overs", joined.formatted(example.video(), example.desk(), ""));
        designer.created(example.concept() + "/channel-shifts", joined.formatted(example.desk(), example.video(),
                ", \"percentage\": 10, \"dueDate\": \"2026-12-31\""));
        designer.created(example.concept() + "/assumptions", """
                {"name": "They have a camera", "impact": 5, "uncertainty": 5, "owner": "Head of service"}""");
        designer.created(example.concept() + "/stakeholders", """
                {"name": "Works council", "influence": "HIGH", "interest": "HIGH"}""");

        example.adopted("2026-01-01");

        designer.get(example.concept() + "/editions/1").statusCode(200)
                .body("services.name", contains("Passports"), "offers.service", contains(service))
                .body("handOvers.from", contains(example.video()), "channelShifts.percentage", contains(10))
                .body("assumptions.risk", contains(25), "stakeholders.name", contains("Works council"))
                .body("serviceLevels", empty());
        designer.get(example.concept() + "/history?limit=200").body("items.what",
                hasItems("Offer \"Passports – Desk – Old\" added", "Hand-over \"Video call – Desk\" added"));
    }

    @Test
    void anEditionNeverChanges() {
        Example example = Example.created(Api.designer());
        example.adopted("2026-01-01");
        String edition = example.concept() + "/editions/1";
        String before = example.designer().get(edition).extract().asString();

        String layer = example.concept() + "/layers/" + example.selfService();
        example.designer().put(layer, example.designer().version(layer), """
                {"name": "Digital first", "approach": "OWN", "position": 1}""").statusCode(200);

        assertThat(example.designer().get(edition).extract().asString()).isEqualTo(before);
    }

    @Test
    void anEditionThatNoneCouldFollowIsRefused() {
        Example example = Example.created(Api.designer());

        example.designer().manager().request().contentType("application/json").header("If-Match", "\"1\"")
                .body("{\"inForceFrom\": \"9999-12-31\"}").post(example.concept() + "/editions").then().statusCode(400)
                .body("errors[0].pointer", equalTo("/inForceFrom"));
    }

    @Test
    void anEditionOfTheFutureIsNotInForceYet() {
        Example example = Example.created(Api.designer());
        example.adopted(LocalDate.now().plusYears(1).toString());

        example.designer().get(example.concept()).body("editionInForce", nullValue(), "draftEdition", equalTo(2));
        example.designer().get(example.concept() + "/evaluation").statusCode(404).body("type",
                equalTo("https://serviceconcept.io/problems/no-edition-in-force"));
    }

    @Test
    void aDraftThatIsNotCoherentIsRefusedWithEveryReason() {
        Api designer = Api.designer();
        String concept = designer.concept();
        designer.created(concept + "/channels", """
                {"name": "Fax", "kind": "OTHER"}""");
        designer.created(concept + "/customer-groups", """
                {"name": "Young", "share": 60, "selfReliance": "HIGH", "digitalSkill": "HIGH"}""");
        designer.created(concept + "/objectives", """
                {"name": "Satisfied", "indicator": "nobody-defined-it", "owner": "Head of service"}""");

        designer.manager().put(concept + "/proposal", designer.version(concept), "").statusCode(409)
                .body("type", equalTo("https://serviceconcept.io/problems/concept-not-coherent"))
                .body("blockingReasons.code", hasItems("no-layer", "channel-without-layer", "group-without-home-layer",
                        "shares-not-100", "unknown-indicator", "objective-without-target", "objective-without-window",
                        "objective-without-due-date"));
        designer.get(concept).body("state", equalTo("DRAFT"));
    }

    @Test
    void nothingChangesWhileProposedUntilTheProposalIsWithdrawn() {
        Example example = Example.created(Api.designer());
        Api manager = example.designer().manager();
        manager.put(example.concept() + "/proposal", manager.version(example.concept()), "").statusCode(200)
                .body("state", equalTo("PROPOSED"));

        example.designer().post(example.concept() + "/layers", """
                {"name": "More", "approach": "OWN", "position": 3}""").statusCode(409)
                .body("type", equalTo("https://serviceconcept.io/problems/concept-is-proposed"));
        manager.delete(example.concept() + "/proposal", manager.version(example.concept())).statusCode(200)
                .body("state", equalTo("DRAFT"));
        example.designer().created(example.concept() + "/layers", """
                {"name": "More", "approach": "OWN", "position": 3}""");
    }

    @Test
    void theStatusOfAChannelStaysWhenItIsChangedOtherwise() {
        Example example = Example.created(Api.designer());
        example.activate(example.desk());
        String desk = example.concept() + "/channels/" + example.desk();

        example.designer().put(desk, example.designer().version(desk),
                Example.channel("Front desk", "DESK", example.personal())).statusCode(200)
                .body("status", equalTo("ACTIVE"), "name", equalTo("Front desk"));
    }

    @Test
    void theGapAnalysisSaysWhoIsNeglected() {
        Example example = Example.created(Api.designer());
        Api designer = example.designer();
        example.activate(example.video());
        String importance = example.concept() + "/needs/" + example.heard() + "/importance";
        designer.put(importance, "\"0\"", """
                {"importance": [{"group": "%s", "value": 4}, {"group": "%s", "value": 5}]}"""
                .formatted(example.young(), example.old())).statusCode(200);
        String fit = example.concept() + "/gap-analysis/fits/" + example.heard() + "/" + example.video();
        designer.request().contentType(ContentType.JSON).body("{\"fit\": 3}").put(fit).then().statusCode(200);
        designer.manager().request().contentType(ContentType.JSON).body("{\"fit\": 4}").put(fit).then().statusCode(200);

        designer.get(example.concept() + "/gap-analysis").statusCode(200)
                .body("needs.find { it.id == '%s' }.neglected.name".formatted(example.heard()), contains("Old"))
                .body("needs.find { it.id == '%s' }.priority".formatted(example.contact()), equalTo(4.4f))
                .body("cells[0].fit", equalTo(3.5f), "cells[0].spread", equalTo(1), "cells[0].assessors", equalTo(2));
        designer.get(example.concept() + "/gap-analysis?status=planned").body("status", equalTo("planned"));
        designer.get(example.concept() + "/gap-analysis?status=dreamt").statusCode(400);
    }

    @Test
    void whatIsStillReferredToStays() {
        Example example = Example.created(Api.designer());
        String layer = example.concept() + "/layers/" + example.personal();

        example.designer().delete(layer, example.designer().version(layer)).statusCode(409)
                .body("type", equalTo("https://serviceconcept.io/problems/still-referred-to"))
                .body("references.name", hasItems("Desk", "Video call", "Young", "Old"));
        String free = example.concept() + "/layers/" + example.selfService();
        example.designer().delete(free, example.designer().version(free)).statusCode(204);
        example.designer().get(free).statusCode(404);
    }

    @Test
    void unknownReferencesAreAllNamed() {
        Example example = Example.created(Api.designer());

        example.designer().post(example.concept() + "/customer-groups", """
                {"name": "Lost", "share": 1, "selfReliance": "LOW", "digitalSkill": "LOW", "homeLayer": "nowhere",
                 "otherLayers": ["%s", "elsewhere"], "unusableChannels": [{"channel": "telex", "reason": "Gone"}]}"""
                .formatted(example.personal())).statusCode(409)
                .body("type", equalTo("https://serviceconcept.io/problems/unknown-reference"))
                .body("errors.pointer", contains("/homeLayer", "/otherLayers/1", "/unusableChannels/0/channel"));
    }

    @Test
    void twoDesignersWhoEditDifferentPartsDoNotConflict() {
        Example example = Example.created(Api.designer());
        Api dirk = example.designer();
        Api dora = dirk.with("dora", "designer");
        String layer = example.concept() + "/layers/" + example.selfService();
        String channel = example.concept() + "/channels/" + example.desk();
        String layerSeen = dirk.version(layer);
        String channelSeen = dora.version(channel);

        dirk.put(layer, layerSeen, """
                {"name": "Digital", "approach": "SELF_SERVICE", "position": 1}""").statusCode(200);
        dora.put(channel, channelSeen, Example.channel("Front desk", "DESK", example.personal())).statusCode(200);

        dora.put(layer, layerSeen, """
                {"name": "Mine", "approach": "SELF_SERVICE", "position": 1}""").statusCode(412)
                .body("type", equalTo("https://serviceconcept.io/problems/stale-version"));
        dirk.get(layer).body("name", equalTo("Digital"));
    }

    @Test
    void manyDesignersAtOnceLoseNothing() throws Exception {
        Api designer = Api.designer();
        String concept = designer.concept();
        List<Callable<Integer>> additions = IntStream.range(0, 8).<Callable<Integer>> mapToObj(i -> () -> designer
                .post(concept + "/layers", "{\"name\": \"Layer %d\", \"approach\": \"OWN\", \"position\": 1}".formatted(i))
                .extract().statusCode()).toList();

        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> answer : people.invokeAll(additions)) {
                assertThat(answer.get()).isEqualTo(201);
            }
        }

        designer.get(concept + "/layers").body("items", hasSize(8));
        designer.get(concept).body("version", equalTo(9));
    }

    @Test
    void aSlugIsGivenAwayOnceHoweverManyAskAtOnce() throws Exception {
        Api designer = Api.designer();
        String slug = "s-" + UUID.randomUUID();
        List<Callable<Integer>> requests = IntStream.range(0, 6).<Callable<Integer>> mapToObj(
                i -> () -> designer.post("/v1/concepts", "{\"name\": \"Our service\", \"slug\": \"%s\"}".formatted(slug))
                        .extract().statusCode())
                .toList();

        List<Integer> answers;
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = people.invokeAll(requests).stream().map(Future::resultNow).sorted().toList();
        }

        assertThat(answers).containsExactly(201, 409, 409, 409, 409, 409);
        designer.get("/v1/concepts?slug=" + slug).body("items", hasSize(1));
        Api.designer().created("/v1/concepts", "{\"name\": \"Theirs\", \"slug\": \"%s\"}".formatted(slug));
    }

    @Test
    void aTakenSlugIsNamedAsSuch() {
        Api designer = Api.designer();
        designer.created("/v1/concepts", """
                {"name": "First", "slug": "our-service"}""");

        designer.post("/v1/concepts", """
                {"name": "Second", "slug": "our-service"}""").statusCode(409).body("type",
                equalTo("https://serviceconcept.io/problems/slug-taken"));
    }

    @Test
    void aRequestThatIsSentAgainIsAnsweredAgainAndDoneOnce() {
        Api designer = Api.designer();
        String concept = designer.concept();
        String key = UUID.randomUUID().toString();
        String body = """
                {"name": "Digital", "approach": "SELF_SERVICE", "position": 1}""";

        Response first = keyed(designer, key, body).post(concept + "/layers");
        Response second = keyed(designer, key, body).post(concept + "/layers");

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.asString()).isEqualTo(first.asString());
        keyed(designer, key, body.replace("Digital", "Other")).post(concept + "/layers").then().statusCode(409)
                .body("type", equalTo("https://serviceconcept.io/problems/idempotency-key-reused"));
        designer.get(concept + "/layers").body("items", hasSize(1));
    }

    @Test
    void aConceptAndAnEditionThatAreAskedForAgainAreTheSame() {
        Example example = Example.created(Api.designer());
        Api manager = example.designer().manager();
        String body = """
                {"name": "Again", "slug": "again"}""";
        String created = keyed(manager, "create", body).post("/v1/concepts").header("Location");
        assertThat(keyed(manager, "create", body).post("/v1/concepts").header("Location")).isEqualTo(created);

        manager.put(example.concept() + "/proposal", manager.version(example.concept()), "").statusCode(200);
        String seen = manager.version(example.concept());
        for (int i = 0; i < 2; i++) {
            keyed(manager, "adopt", "{\"inForceFrom\": \"2026-01-01\"}").header("If-Match", seen)
                    .post(example.concept() + "/editions").then().statusCode(201).body("edition", equalTo(1));
        }
        manager.get(example.concept() + "/editions").body("items.edition", contains(1));
    }

    @Test
    void historySaysWhoDidWhatAndWhy() {
        Example example = Example.created(Api.designer());
        example.activate(example.desk());

        String history = example.concept() + "/history?limit=200";
        example.designer().get(history).statusCode(200)
                .body("items[0].what", equalTo("Concept \"Our service\" created"), "items[0].who", equalTo("dirk"))
                .body("items[1].event", equalTo("concept.layer-added.v1"))
                .body("items[-1].what", equalTo("Channel \"Desk\" became ACTIVE"), "items[-1].why", equalTo("It is open"));
    }

    @Test
    void whoeverChangesSomethingCanSayWhy() {
        Api designer = Api.designer();
        String concept = designer.concept();
        String need = designer.request().contentType(ContentType.JSON).header("Change-Reason", "Heard in interviews")
                .body("{\"name\": \"Certainty\", \"audience\": \"CUSTOMER\"}").post(concept + "/needs").then().statusCode(201)
                .extract().header("Location").replaceFirst("^https?://[^/]+", "");
        designer.request().header("If-Match", designer.version(need)).header("Change-Reason", "Is%20een%20w%C3%A9ns")
                .delete(need).then().statusCode(204);

        designer.get(concept + "/history").statusCode(200).body("items.why",
                contains(null, "Heard in interviews", "Is een wéns"));
        designer.get(need + "/history").statusCode(200).body("items.why", contains("Heard in interviews", "Is een wéns"));
    }

    @Test
    void aReasonThatARuleAsksForGoesBeforeThatOfTheRequest() {
        Example example = Example.created(Api.designer());
        String channel = example.concept() + "/channels/" + example.desk();

        example.designer().request().contentType(ContentType.JSON).header("Change-Reason", "Of the request")
                .header("If-Match", example.designer().version(channel))
                .body("{\"status\": \"PILOT\", \"reason\": \"Of the change\"}").put(channel + "/status").then().statusCode(200);

        example.designer().get(example.concept() + "/history?limit=200").body("items[-1].why", equalTo("Of the change"));
    }

    @Test
    void listsArePagedInAStableOrder() {
        Api designer = Api.designer();
        for (String slug : List.of("c", "a", "b")) {
            designer.created("/v1/concepts", "{\"name\": \"N\", \"slug\": \"%s\"}".formatted(slug));
        }
        Response first = designer.request().get("/v1/concepts?limit=2");

        assertThat(first.jsonPath().getList("items.slug")).isEqualTo(List.of("a", "b"));
        String next = first.header("Link").replaceAll(".*<([^>]+)>.*", "$1");
        designer.request().urlEncodingEnabled(false).get(next).then().body("items.slug", contains("c"));
        Api.designer().get("/v1/concepts").body("items", empty());
    }

    @Test
    void partsArePagedToo() {
        Example example = Example.created(Api.designer());
        Response first = example.designer().request().get(example.concept() + "/layers?limit=1");

        assertThat(first.jsonPath().getList("items.name")).isEqualTo(List.of("Self-service"));
        String next = first.header("Link").replaceAll(".*<([^>]+)>.*", "$1");
        Response last = example.designer().request().urlEncodingEnabled(false).get(next);
        assertThat(last.jsonPath().getList("items.name")).isEqualTo(List.of("Personal"));
        assertThat(last.header("Link")).isNull();
    }

    @Test
    void whatDidNotChangeIsNotSentAgain() {
        Api designer = Api.designer();
        String concept = designer.concept();
        designer.request().header("If-None-Match", designer.version(concept)).get(concept).then().statusCode(304);
    }

    private static io.restassured.specification.RequestSpecification keyed(Api api, String key, String body) {
        return api.request().contentType(ContentType.JSON).header("Idempotency-Key", key).body(body);
    }
}
