package io.serviceconcept.slices;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.serviceconcept.eventsourcing.testing.DocumentedExamples;
import io.serviceconcept.eventsourcing.testing.RealParts;

@QuarkusTest
@WithTestResource(RealParts.class)
class DocumentedExamplesTest {

    private final Organisation organisation = Organisation.fresh();
    private DocumentedExamples examples;

    @BeforeEach
    void theDocument() {
        examples = new DocumentedExamples(() -> organisation.as("admin"));
    }

    @Test
    void everyBodyHasAnExampleOfItsSchema() {
        examples.areOfTheirSchemas();
    }

    @Test
    void whatTheExamplesSayIsTaken() {
        examples.name("indicator that counts", organisation.visitors());
        examples.name("moment to come",
                Instant.now().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS).toString());
        examples.areTaken("defineIndicator", "drawUpSurvey");
        String response = examples.isTaken("pushResponse", Map.of()).path("id");
        examples.name("responses", response);
        examples.areTaken("correctResponse", "pushResponses", "pushObservations");
        // the names that the sender gave what it just pushed
        examples.name("sources", "queue-system");
        examples.name("keys", "north-2026-03-01");
        examples.areTaken("correctObservation", "pushVolumes", "correctVolume", "requestExport");
        String subscription = examples.isTaken("subscribeTool", Map.of()).path("id");
        examples.areTaken("changeWebhookSubscription", "rotateWebhookSecret", "tryWebhook");
        examples.name("webhooks", subscription);
        examples.isTaken("receiveWebhook", Map.of(), body -> signed(examples.told("rotateWebhookSecret", "secret"), body));
        examples.isTaken("importFile", Map.of("of", "RESPONSES", "survey", examples.named("surveys")));
        String invitation = examples.isTaken("issueInvitations", Map.of()).path("invitations[0]");
        examples.name("invitations", invitation);
        examples.areTaken("answerInvitation", "reviseSurvey", "redefineIndicator");

        examples.name("measurement-plans", planOfAnEdition(examples.named("indicators")));
        examples.areTaken("completeMeasurementPlan");

        examples.wereAllTakenBut();
    }

    private static Map<String, String> signed(String secret, String body) {
        String id = Organisation.id();
        long now = Instant.now().getEpochSecond();
        try {
            return Map.of("webhook-id", id, "webhook-timestamp", Long.toString(now), "webhook-signature",
                    new Webhook(secret).sign(id, now, body));
        } catch (EmptyWebhookSecretException | WebhookSigningException e) {
            throw new AssertionError(e);
        }
    }

    private String planOfAnEdition(String indicator) {
        String concept = Organisation.id();
        try (Topics topics = new Topics()) {
            topics.publish(organisation, "concept-events", "concept-" + concept, "concept.edition-adopted.v1", """
                    {"concept": "%s", "name": "C", "edition": 1, "inForceFrom": "2026-01-01", "objectives": [
                      {"id": "%s", "name": "o", "indicator": "%s", "window": "MONTH",
                       "target": {"comparison": "AT_LEAST", "value": 7}}]}
                    """.formatted(concept, Organisation.id(), indicator));
        }
        return await().until(() -> organisation.as("viewer").get("/v1/measurement-plans?concept=" + concept).then().extract()
                .path("items[0].id"), Objects::nonNull);
    }
}
