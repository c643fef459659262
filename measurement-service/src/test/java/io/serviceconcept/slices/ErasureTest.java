package io.serviceconcept.slices;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.serviceconcept.eventsourcing.Subjects;
import io.serviceconcept.eventsourcing.testing.RealParts;

/** Who is erased in the concept service is erased here: what they said is gone, and the figures stay. */
@QuarkusTest
@WithTestResource(RealParts.class)
class ErasureTest {

    @Inject
    Subjects subjects;

    private final Organisation city = Organisation.fresh();
    private Topics topics = new Topics();
    private String indicator = "";
    private String responses = "";

    @BeforeEach
    void drawUpASurvey() {
        topics.close();
        topics = new Topics();
        indicator = city.satisfaction();
        responses = city.as("analyst").body("""
                {"name": "s", "concept": "%s", "inUseFrom": "2025-01-01T00:00:00Z", "questions": [
                  {"id": "mark", "type": "MARK", "text": {"nl": "?"}, "indicators": ["%s"]},
                  {"id": "remark", "type": "TEXT", "text": {"nl": "?"}, "indicators": []}]}
                """.formatted(Organisation.id(), indicator)).post("/v1/surveys").then().statusCode(201).extract()
                .header("Location") + "/responses";
    }

    @AfterEach
    void stop() {
        topics.close();
    }

    private ValidatableResponse push(int number, String customer) {
        return city.as("integration").body("""
                {"id": "r-%d", "interactionAt": "2026-03-01T09:00:00Z", "customer": "%s", "answers": [
                  {"question": "mark", "value": 8}, {"question": "remark", "text": "It was clear"}]}"""
                .formatted(number, customer)).post(responses).then();
    }

    private ValidatableResponse show(int number) {
        return city.as("admin").get(responses + "/r-" + number).then().statusCode(200);
    }

    private void erase(String subject) {
        erase(subject, Instant.now());
    }

    private void erase(String subject, Instant when) {
        topics.publishState(city, "concept-service-erasures", "/concept-service", subject, "subject.erased.v1", """
                {"organisation": "%s", "subject": "%s", "erasedAt": "%s"}""".formatted(city.name(), subject, when));
    }

    private String subjectOf(String customer) {
        return subjects.of(city.name(), customer).value();
    }

    @Test
    void whatAnErasedPersonSaidIsGoneAndTheFiguresStay() {
        String subject = push(0, "p-1").statusCode(201).extract().path("subject");
        for (int number = 1; number < 10; number++) {
            push(number, "p-" + (number + 1)).statusCode(201);
        }
        show(0).body("customer", equalTo("p-1")).body("answers[1].text", equalTo("It was clear"));

        erase(subject);
        Awaitility.await().untilAsserted(() -> show(0).body("customer", nullValue())
                .body("answers[1]", not(hasKey("text"))).body("answers[0].value", equalTo(8)));

        show(1).body("customer", equalTo("p-2"));
        Awaitility.await().untilAsserted(() -> city.as("viewer")
                .get("/v1/indicators/" + indicator + "/results?period=YEAR").then().body("items.n", contains(10)));
        push(0, "p-1").statusCode(200);
        push(11, "p-1").statusCode(201);
        show(11).body("customer", nullValue()).body("answers[1]", not(hasKey("text")));
    }

    @Test
    void whoseErasureComesBeforeTheirAnswerIsForgottenAllTheSame() {
        String subject = subjectOf("p-1");
        erase(subject);
        erase(subject);
        Awaitility.await().until(() -> subjects.erasures(null, 10_000).stream()
                .anyMatch(erasure -> erasure.subject().value().equals(subject)));

        push(1, "p-1").statusCode(201).body("subject", equalTo(subject));
        show(1).body("customer", nullValue()).body("answers[1]", not(hasKey("text")));
    }

    @Test
    void whatIsAnsweredWhileTheWordOfTheErasureIsUnderWayIsGoneWhenItArrives() {
        Instant asked = Instant.now();
        String subject = push(1, "p-1").statusCode(201).extract().path("subject");
        show(1).body("customer", equalTo("p-1"));

        erase(subject, asked);

        Awaitility.await().untilAsserted(
                () -> show(1).body("customer", nullValue()).body("answers[1]", not(hasKey("text"))));
        push(2, "p-1").statusCode(201);
        show(2).body("customer", nullValue());
    }
}
