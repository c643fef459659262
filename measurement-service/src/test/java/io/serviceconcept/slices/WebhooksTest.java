package io.serviceconcept.slices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.response.ResponseEvent.ResponseReceived;

@QuarkusTest
@WithTestResource(RealParts.class)
class WebhooksTest {

    private static final String SUBSCRIPTION = """
            {"name": "Video calls", "tool": "%s", "survey": "%s", "mapping": {
              "questions": [{"theirs": "wgn3v0", "ours": "mark"},
                {"theirs": "pleasant", "ours": "ease", "choices": [{"theirs": "Very", "ours": "9"}, {"theirs": "No", "ours": "3"}]}],
              "fields": [{"theirs": "office", "ours": "location"}], "ignored": ["welcome_card_cta"]}}""";
    /** As in the documentation of Formbricks, with marks. */
    private static final String FORMBRICKS = """
            {"data": {"contact": null, "contactAttributes": null, "createdAt": "2026-03-01T07:47:29.507Z",
              "data": {"welcome_card_cta": "clicked", "wgn3v0": %s, "pleasant": "Very", "office": "Town hall", "new-one": "x"},
              "displayId": "displayId", "endingId": "endingId", "finished": true, "id": "%s", "language": "en",
              "meta": {"country": "DE"}, "singleUseId": null, "surveyId": "surveyId", "tags": [],
              "ttc": {"_total": 4947.899999035763}, "updatedAt": "2026-03-01T07:47:56.116Z", "variables": {}},
             "event": "%s", "webhookId": "webhookId"}""";
    private static final String TYPEFORM = """
            {"event_id": "%s", "event_type": "form_response", "form_response": {"form_id": "lT4Z3j",
              "token": "a3a12ec67a1365927098a606107fac15", "submitted_at": "2026-03-01T18:17:02Z",
              "hidden": {"office": "Library", "utm": "mail"}, "definition": {"id": "lT4Z3j", "fields": []},
              "answers": [
                {"type": "number", "number": 8, "field": {"id": "a1", "type": "opinion_scale", "ref": "wgn3v0"}},
                {"type": "choice", "choice": {"id": "c1", "ref": "r1", "label": "No"}, "field": {"id": "a2", "ref": "pleasant"}}]}}""";

    @Inject
    EventStore store;

    private final Organisation city = Organisation.fresh();
    private String indicator = "";
    private String survey = "";

    @BeforeEach
    void drawUpASurvey() {
        indicator = city.satisfaction();
        survey = city.survey(indicator);
    }

    private JsonPath subscribe(String tool) {
        return city.as("analyst").body(SUBSCRIPTION.formatted(tool, survey)).post("/v1/webhook-subscriptions").then()
                .statusCode(201).header("ETag", "\"1\"").extract().jsonPath();
    }

    private ValidatableResponse send(JsonPath subscription, String secret, String id, long at, String body) {
        return RestAssured.given().contentType(ContentType.JSON).header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(at)).header("webhook-signature", signature(secret, id, at, body))
                .body(body.getBytes(StandardCharsets.UTF_8)).post(subscription.getString("address")).then();
    }

    private ValidatableResponse send(JsonPath subscription, String id, String body) {
        return send(subscription, subscription.getString("secret"), id, Instant.now().getEpochSecond(), body);
    }

    private static String signature(String secret, String id, long at, String body) {
        try {
            return new Webhook(secret).sign(id, at, body);
        } catch (EmptyWebhookSecretException | WebhookSigningException e) {
            throw new AssertionError(e);
        }
    }

    private JsonPath problems(JsonPath subscription) {
        return city.as("analyst").get("/v1/webhook-subscriptions/" + subscription.getString("id") + "/problems").then()
                .statusCode(200).extract().jsonPath();
    }

    private JsonPath response(String id) {
        return city.as("analyst").get("/v1/surveys/" + survey + "/responses/" + id).then().statusCode(200).extract()
                .jsonPath();
    }

    @Test
    void aFinishedResponseOfFormbricksIsTakenInAndAnUpdateCorrectsIt() {
        JsonPath subscription = subscribe("FORMBRICKS");

        send(subscription, "d-1", FORMBRICKS.formatted("7", "resp1", "responseCreated").replace("\"finished\": true",
                "\"finished\": false")).statusCode(204);
        city.as("analyst").get("/v1/surveys/" + survey + "/responses/resp1").then().statusCode(404);

        send(subscription, "d-2", FORMBRICKS.formatted("7", "resp1", "responseFinished")).statusCode(204);
        assertThat(response("resp1").getString("location")).isEqualTo("Town hall");
        assertThat(response("resp1").getList("answers.question")).containsExactly("ease", "mark");
        assertThat(response("resp1").getList("answers.value", Integer.class)).containsExactly(9, 7);

        send(subscription, "d-3", formbricks("4", "resp1", "responseUpdated", 58)).statusCode(204);
        assertThat(response("resp1").getList("answers.value", Integer.class)).containsExactly(9, 4);
        assertThat(problems(subscription).getList("items.about")).containsOnly("new-one");
    }

    @Test
    void whatFormbricksSaidLastHoldsInWhateverOrderItArrives() {
        JsonPath subscription = subscribe("FORMBRICKS");

        send(subscription, "d-1", formbricks("8", "resp1", "responseFinished", 10)).statusCode(204);
        send(subscription, "d-2", formbricks("3", "resp1", "responseUpdated", 20)).statusCode(204);
        send(subscription, "d-3", formbricks("8", "resp1", "responseUpdated", 30)).statusCode(204);
        assertThat(response("resp1").getList("answers.value", Integer.class)).containsExactly(9, 8);

        send(subscription, "d-4", formbricks("2", "resp1", "responseUpdated", 25)).statusCode(204);
        send(subscription, "d-5", formbricks("8", "resp1", "responseFinished", 10)).statusCode(204);
        assertThat(response("resp1").getList("answers.value", Integer.class)).containsExactly(9, 8);
    }

    @Test
    void whatWasRetractedIsNotBroughtBackByARepetition() {
        JsonPath formbricks = subscribe("FORMBRICKS");
        JsonPath typeform = subscribe("TYPEFORM");
        String token = "a3a12ec67a1365927098a606107fac15";
        send(formbricks, "d-1", formbricks("8", "resp1", "responseFinished", 10)).statusCode(204);
        typeform(typeform, TYPEFORM.formatted("e-1")).statusCode(204);
        for (String id : List.of("resp1", token)) {
            city.as("analyst").header("If-Match", "\"1\"").delete("/v1/surveys/" + survey + "/responses/" + id).then()
                    .statusCode(204);
        }

        send(formbricks, "d-2", formbricks("8", "resp1", "responseUpdated", 40)).statusCode(204);
        typeform(typeform, TYPEFORM.formatted("e-2")).statusCode(204);

        for (String id : List.of("resp1", token)) {
            city.as("analyst").get("/v1/surveys/" + survey + "/responses/" + id).then().statusCode(404);
        }
        assertThat(problems(formbricks).getList("items.message")).contains("the response was retracted, and stays so");
        assertThat(problems(typeform).getList("items.message")).containsExactly("the response was retracted, and stays so");
    }

    @Test
    void aNameThatCannotBeStoredIsRefusedForGood() {
        JsonPath subscription = subscribe("FORMBRICKS");

        send(subscription, "d-1", FORMBRICKS.formatted("7", "resp1", "responseFinished").replace("new-one", "n\\u0000"))
                .statusCode(400).body("errors.message", contains("is a name that holds a NUL or half a character"));
    }

    @Test
    void aChoiceThatNamesNothingIsReportedAndNotAFault() {
        JsonPath subscription = subscribe("TYPEFORM");
        String body = TYPEFORM.formatted("e-1").replace("\"hidden\": {\"office\": \"Library\", \"utm\": \"mail\"},", "")
                .replace("\"answers\": [",
                        "\"answers\": [{\"type\": \"choice\", \"choice\": {}, \"field\": {\"ref\": \"office\"}},");

        typeform(subscription, body).statusCode(204);
        city.as("analyst").body(body).post("/v1/webhook-subscriptions/" + subscription.getString("id") + "/trial").then()
                .statusCode(200).body("taken", equalTo(true)).body("leftOut.pointer", contains("office"));

        assertThat(problems(subscription).getList("items.about")).containsExactly("office");
    }

    @Test
    void whatAToolTellsIsPartOfItsTrace() {
        JsonPath subscription = subscribe("FORMBRICKS");
        String body = FORMBRICKS.formatted("7", "resp1", "responseFinished");
        long now = Instant.now().getEpochSecond();
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        RestAssured.given().contentType(ContentType.JSON).header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .header("webhook-id", "d-1").header("webhook-timestamp", Long.toString(now))
                .header("webhook-signature", signature(subscription.getString("secret"), "d-1", now, body))
                .body(body.getBytes(StandardCharsets.UTF_8)).post(subscription.getString("address")).then().statusCode(204);

        assertThat(Traces.of(store, city, ResponseReceived.class)).containsExactly(trace);
    }

    private static ValidatableResponse typeform(JsonPath subscription, String body) {
        return typeform(subscription, body, "sha256=" + hmac(subscription.getString("secret"), body));
    }

    private static String formbricks(String mark, String id, String event, int second) {
        return FORMBRICKS.formatted(mark, id, event).replace("07:47:56", "07:47:" + second);
    }

    @Test
    void aResponseOfTypeformIsTakenInByItsOwnSignature() {
        JsonPath subscription = subscribe("TYPEFORM");
        String body = TYPEFORM.formatted("e-1");
        String signature = "sha256=" + hmac(subscription.getString("secret"), body);

        typeform(subscription, body, signature).statusCode(204);
        typeform(subscription, body, signature).statusCode(204);
        typeform(subscription, body.replace("8", "9"), signature).statusCode(401);
        typeform(subscription, body, "sha256=guess").statusCode(401).body("type", endsWith("/signature-invalid"));

        JsonPath taken = response("a3a12ec67a1365927098a606107fac15");
        assertThat(taken.getList("answers.value", Integer.class)).containsExactly(3, 8);
        assertThat(taken.getString("location")).isEqualTo("Library");
        assertThat(problems(subscription).getList("items")).isEmpty();
    }

    private static ValidatableResponse typeform(JsonPath subscription, String body, String signature) {
        return RestAssured.given().contentType(ContentType.JSON).header("Typeform-Signature", signature)
                .body(body.getBytes(StandardCharsets.UTF_8)).post(subscription.getString("address")).then();
    }

    private static String hmac(String secret, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void anythingElseSendsByStandardWebhooks() {
        JsonPath subscription = subscribe("STANDARD");
        String body = """
                {"type": "%s", "timestamp": "2026-03-01T10:00:00Z", "data": {"id": "r-1",
                 "interactionAt": "2026-03-01T10:00:00Z", "answers": {"wgn3v0": 8, "pleasant": "Never heard of"}}}""";

        send(subscription, "d-1", body.formatted("response.received")).statusCode(204);
        send(subscription, "d-2", body.formatted("response.received").replace("8", "9")).statusCode(409)
                .body("type", endsWith("/response-id-reused"));
        send(subscription, "d-3", body.formatted("response.corrected").replace("8", "9")).statusCode(204);
        send(subscription, "d-4", body.formatted("something.else")).statusCode(204);

        assertThat(response("r-1").getList("answers.value", Integer.class)).containsExactly(9);
        assertThat(problems(subscription).getList("items.message")).contains("a choice is none of the mapping",
                "another response has this id");
    }

    @Test
    void replaysAndStaleDeliveriesAreRefusedAndASecondTryIsNot() {
        JsonPath subscription = subscribe("FORMBRICKS");
        String secret = subscription.getString("secret");
        String body = FORMBRICKS.formatted("7", "resp1", "responseFinished");
        long now = Instant.now().getEpochSecond();

        send(subscription, secret, "d-1", now - 400, body).statusCode(401).body("type", endsWith("/timestamp-stale"));
        send(subscription, secret, "d-1", now + 400, body).statusCode(401);
        send(subscription, secret, "d-1", now - 5, body).statusCode(204);
        send(subscription, secret, "d-1", now - 5, body).statusCode(409).body("type", endsWith("/delivery-repeated"));
        send(subscription, secret, "d-1", now, body).statusCode(204);
        send(subscription, "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "d-2", now, body).statusCode(401);
        RestAssured.given().contentType(ContentType.JSON).body(body).post(subscription.getString("address")).then()
                .statusCode(401).contentType("application/problem+json");
        RestAssured.given().contentType(ContentType.JSON).body(body).post("/v1/webhooks/" + Organisation.id()).then()
                .statusCode(404);
    }

    @Test
    void whatCannotBeTakenInIsRefusedAndReported() {
        JsonPath subscription = subscribe("FORMBRICKS");

        send(subscription, "d-1", FORMBRICKS.formatted("11", "resp1", "responseFinished")).statusCode(400)
                .body("errors.pointer", contains("/answers/0/value"));
        send(subscription, "d-2", "{\"event\": ").statusCode(400);

        assertThat(problems(subscription).getList("items.about")).contains("/answers/0/value");
    }

    @Test
    void aSecretIsShownOnceAndTheOneBeforeHoldsWhileItIsReplaced() {
        JsonPath subscription = subscribe("FORMBRICKS");
        String address = "/v1/webhook-subscriptions/" + subscription.getString("id");
        String body = FORMBRICKS.formatted("7", "resp1", "responseFinished");
        long now = Instant.now().getEpochSecond();
        city.as("analyst").get(address).then().statusCode(200).body("secret", nullValue());

        city.as("analyst").body("{}").post(address + "/secret-rotation").then().statusCode(428);
        String second = city.as("analyst").header("If-Match", "\"1\"").body("{}").post(address + "/secret-rotation").then()
                .statusCode(200).body("secret", startsWith("whsec_")).body("previousSecretUntil", notNullValue())
                .extract().path("secret");

        assertThat(second).isNotEqualTo(subscription.getString("secret"));
        send(subscription, second, "d-1", now, body).statusCode(204);
        send(subscription, subscription.getString("secret"), "d-2", now, body).statusCode(204);

        // two at a time: a third pushes the first out
        city.as("analyst").header("If-Match", "\"2\"").body("{\"secret\": \"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\"}")
                .post(address + "/secret-rotation").then().statusCode(200).body("secret", nullValue());
        send(subscription, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "d-3", now, body).statusCode(204);
        send(subscription, second, "d-4", now, body).statusCode(204);
        send(subscription, subscription.getString("secret"), "d-5", now, body).statusCode(401);
    }

    @Test
    void aMappingIsTriedOnASampleAndStoresNothing() {
        JsonPath subscription = subscribe("FORMBRICKS");
        String trial = "/v1/webhook-subscriptions/" + subscription.getString("id") + "/trial";

        city.as("analyst").body(FORMBRICKS.formatted("7", "resp1", "responseFinished")).post(trial).then().statusCode(200)
                .body("taken", equalTo(true)).body("response.id", equalTo("resp1"))
                .body("response.answers.question", contains("mark", "ease"))
                .body("leftOut.pointer", contains("new-one"));
        city.as("analyst").body(FORMBRICKS.formatted("70", "resp1", "responseFinished")).post(trial).then().statusCode(200)
                .body("taken", equalTo(false)).body("errors.pointer", contains("/answers/0/value"));
        city.as("analyst").body(FORMBRICKS.formatted("7", "resp1", "responseCreated")).post(trial).then().statusCode(200)
                .body("ofNoConcern", equalTo("responseCreated"));

        city.as("analyst").get("/v1/surveys/" + survey + "/responses/resp1").then().statusCode(404);
        assertThat(problems(subscription).getList("items")).isEmpty();
    }

    @Test
    void aMappingIsCheckedWhenItIsSaved() {
        String wrong = SUBSCRIPTION.formatted("TYPEFORM", survey).replace("\"ours\": \"mark\"", "\"ours\": \"shoe-size\"")
                .replace("\"ours\": \"9\"", "\"ours\": \"90\"");

        city.as("analyst").body(wrong).post("/v1/webhook-subscriptions").then().statusCode(409)
                .body("type", endsWith("/mapping-does-not-fit")).body("errors.pointer",
                        containsInAnyOrder("/mapping/questions/0/ours", "/mapping/questions/1/choices/0/ours"));
        city.as("analyst").body("{\"name\": \"\", \"colour\": 1}").post("/v1/webhook-subscriptions").then().statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/name", "/colour", "/tool", "/survey", "/mapping"));
        city.as("analyst")
                .body(SUBSCRIPTION.formatted("FORMBRICKS", survey).replaceFirst("\\{", "{\"secret\": \"whsec_short!\","))
                .post("/v1/webhook-subscriptions").then().statusCode(400).body("errors.pointer", contains("/secret"));
    }

    @Test
    void aSubscriptionIsChangedOnTheVersionThatWasSeenAndEnded() {
        JsonPath subscription = subscribe("FORMBRICKS");
        String address = "/v1/webhook-subscriptions/" + subscription.getString("id");
        String changed = SUBSCRIPTION.formatted("FORMBRICKS", survey).replace("Video calls", "Calls");

        city.as("manager").body(changed).put(address).then().statusCode(428);
        city.as("manager").header("If-Match", "\"7\"").body(changed).put(address).then().statusCode(412);
        city.as("manager").header("If-Match", "\"1\"").body(changed).put(address).then().statusCode(200)
                .header("ETag", "\"2\"").body("name", equalTo("Calls"));
        city.as("manager").get("/v1/webhook-subscriptions").then().statusCode(200).body("items.name", contains("Calls"));
        city.as("manager").get(address + "/history").then().statusCode(200).body("items", hasSize(2))
                .body("items[1].event", equalTo("measurement.webhook-subscription-changed.v1"));
        city.as("viewer", "integration").get(address).then().statusCode(403);
        Organisation.fresh().as("admin").get(address).then().statusCode(404);

        city.as("manager").header("If-Match", "\"2\"").delete(address).then().statusCode(204);
        city.as("manager").get(address).then().statusCode(404);
        send(subscription, "d-1", FORMBRICKS.formatted("7", "resp1", "responseFinished")).statusCode(404);
        city.as("manager").get("/v1/webhook-subscriptions").then().body("items", hasSize(0));
        city.as("manager").get(address + "/history").then().statusCode(200)
                .body("items.event", hasItem("measurement.webhook-unsubscribed.v1"));
        Organisation.fresh().as("admin").get(address + "/history").then().statusCode(404);
        city.as("manager").get("/v1/webhook-subscriptions/none/history").then().statusCode(404);
    }

    @Test
    void theSameRequestAgainIsTheSameSubscription() {
        String body = SUBSCRIPTION.formatted("TYPEFORM", survey);
        String first = city.as("analyst").header("Idempotency-Key", "s-1").body(body).post("/v1/webhook-subscriptions").then()
                .statusCode(201).extract().header("Location");

        city.as("analyst").header("Idempotency-Key", "s-1").body(body).post("/v1/webhook-subscriptions").then()
                .statusCode(201).header("Location", equalTo(first));
    }

    @Test
    void theSameRequestAgainTellsTheSecretThatItMadeAndNoLaterOne() {
        JsonPath first = subscribeAgain();

        assertThat(subscribeAgain().getString("secret")).isEqualTo(first.getString("secret")).startsWith("whsec_");

        city.as("analyst").header("If-Match", "\"1\"").body("{}")
                .post("/v1/webhook-subscriptions/" + first.getString("id") + "/secret-rotation").then().statusCode(200);
        assertThat(subscribeAgain().getString("id")).isEqualTo(first.getString("id"));
        assertThat(subscribeAgain().getString("secret")).isNull();
    }

    private JsonPath subscribeAgain() {
        return city.as("analyst").header("Idempotency-Key", "s-2").body(SUBSCRIPTION.formatted("FORMBRICKS", survey))
                .post("/v1/webhook-subscriptions").then().statusCode(201).extract().jsonPath();
    }
}
