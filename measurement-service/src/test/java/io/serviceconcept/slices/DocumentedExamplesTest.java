package io.serviceconcept.slices;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
        examples.areTaken("correctObservation", "pushVolumes", "correctVolume", "requestExport", "subscribeTool",
                "changeWebhookSubscription", "rotateWebhookSecret", "tryWebhook");
        examples.isTaken("importFile", Map.of("of", "RESPONSES", "survey", examples.named("surveys")));
        String invitation = examples.isTaken("issueInvitations", Map.of()).path("invitations[0]");
        examples.name("invitations", invitation);
        examples.areTaken("answerInvitation", "reviseSurvey", "redefineIndicator");

        // one needs the plan of an edition, the other a signature
        examples.wereAllTakenBut("completeMeasurementPlan", "receiveWebhook");
    }
}
