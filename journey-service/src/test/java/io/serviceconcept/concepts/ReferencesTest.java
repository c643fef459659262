package io.serviceconcept.concepts;

import static io.serviceconcept.testing.Api.addPhase;
import static io.serviceconcept.testing.Api.addTouchpoint;
import static io.serviceconcept.testing.Api.as;
import static io.serviceconcept.testing.Api.createJourney;
import static io.serviceconcept.testing.Api.etag;
import static io.serviceconcept.testing.Api.journey;
import static io.serviceconcept.testing.Api.touchpoint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.testing.Api;
import io.serviceconcept.testing.Concept;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
class ReferencesTest {

    private static final String JOURNEYS = "/v1/journeys/";

    @Inject
    ConceptQueries queries;

    private final Concept concept = Concept.drafted(Api.MUNICIPALITY);

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50)).untilAsserted(assertion);
    }

    @Test
    void everyUnknownReferenceOfAJourneyIsNamed() {
        createJourney(concept);
        Map<String, Object> body = journey(concept);
        body.put("groups", List.of(UUID.randomUUID(), concept.group, UUID.randomUUID()));

        as("designer").body(body).post("/v1/journeys").then().statusCode(409).header("Retry-After", "1")
                .contentType("application/problem+json").body("type", endsWith("/unknown-reference"))
                .body("errors.pointer", contains("/groups/0", "/groups/2"));
    }

    @Test
    void everyUnknownReferenceOfATouchpointIsNamed() {
        String id = createJourney(concept);
        String phase = addPhase(id, "Talk");

        as("designer").body(touchpoint(phase, "Call", UUID.randomUUID(), concept.human, UUID.randomUUID()))
                .post(JOURNEYS + id + "/touchpoints").then().statusCode(409)
                .body("type", endsWith("/unknown-reference")).body("errors.pointer", contains("/channel", "/needs/1"));
        as("designer").body(touchpoint(UUID.randomUUID().toString(), "Call", concept.desk))
                .post(JOURNEYS + id + "/touchpoints").then().statusCode(409)
                .body("type", endsWith("/unknown-reference")).body("errors.pointer", contains("/phase"));
    }

    @Test
    void aPartOfAnotherConceptIsUnknown() {
        Concept other = Concept.drafted(Api.MUNICIPALITY);
        createJourney(other);
        String id = createJourney(concept);

        as("designer").body(touchpoint(addPhase(id, "Talk"), "Call", other.video)).post(JOURNEYS + id + "/touchpoints")
                .then().statusCode(409).body("errors.pointer", contains("/channel"));
    }

    @Test
    void aPartThatLeftTheDraftIsUnknown() {
        String id = createJourney(concept);
        String phase = addPhase(id, "Talk");
        addTouchpoint(id, touchpoint(phase, "Call", concept.video));

        concept.unheardOf();
        concept.removed("LAYER", UUID.randomUUID());
        concept.removed("CHANNEL", concept.video);

        eventually(() -> as("designer").header("If-Match", etag(id)).put(JOURNEYS + id + "/publication").then()
                .statusCode(409).body("errors.pointer", contains("/phases/0/touchpoints/0/channel")));
        as("designer").body(touchpoint(phase, "Call again", concept.video)).post(JOURNEYS + id + "/touchpoints").then()
                .statusCode(409).body("errors.pointer", contains("/channel"));
    }

    @Test
    void aNeedThatWasMergedOrSplitIsUnknownAndWhatItBecameIsKnown() {
        String id = createJourney(concept);
        String phase = addPhase(id, "Talk");
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();

        concept.merged(concept.speed, concept.human);
        concept.split(concept.human, first, second);

        eventually(() -> addTouchpoint(id, touchpoint(phase, "Call", concept.video, first, second)));
        as("designer").body(touchpoint(phase, "Call again", concept.video, concept.speed, first, concept.human))
                .post(JOURNEYS + id + "/touchpoints").then().statusCode(409)
                .body("errors.pointer", contains("/needs/0", "/needs/2"));
    }

    @Test
    void aTouchpointNamesTheNeedsThatAreThereInsteadOfThoseThatWereMergedOrSplit() {
        String id = createJourney(concept);
        addTouchpoint(id, touchpoint(addPhase(id, "Talk"), "Call", concept.video, concept.speed));
        as("designer").header("If-Match", etag(id)).put(JOURNEYS + id + "/publication").then().statusCode(200);
        String before = etag(id);
        String first = UUID.randomUUID().toString();
        String second = UUID.randomUUID().toString();

        concept.merged(concept.speed, concept.human);
        concept.split(concept.human, UUID.fromString(first), UUID.fromString(second));

        eventually(() -> as("viewer").header("If-None-Match", before).get(JOURNEYS + id).then().statusCode(200)
                .body("phases[0].touchpoints[0].needs", contains(first, second)));
        as("viewer").get(JOURNEYS + id).then().body("changedSincePublication", equalTo(true))
                .body("phases[0].touchpoints[0].replacedNeeds.need", contains(concept.speed.toString()))
                .body("phases[0].touchpoints[0].replacedNeeds[0].by", contains(first, second));
        as("designer").header("If-Match", etag(id)).put(JOURNEYS + id + "/publication").then().statusCode(200)
                .body("changedSincePublication", equalTo(false));
    }

    @Test
    void aMergedNeedStaysWhileTheEditionInForceHasIt() {
        String id = createJourney(concept);
        UUID later = UUID.randomUUID();
        String phase = addPhase(id, "Talk");
        addTouchpoint(id, touchpoint(phase, "Call", concept.video, concept.speed));

        concept.adopted(1, LocalDate.of(2026, 1, 1));
        concept.merged(concept.speed, concept.human);
        concept.draftChannel(later, "Chat");

        eventually(() -> addTouchpoint(id, touchpoint(phase, "Chat", later)));
        as("viewer").get(JOURNEYS + id).then()
                .body("phases[0].touchpoints[0].needs", contains(concept.speed.toString()))
                .body("phases[0].touchpoints[0].replacedNeeds", empty());
    }

    @Test
    void ofARetiredConceptJourneysAreReadAndNothingElse() {
        String id = createJourney(concept);
        String phase = addPhase(id, "Talk");

        concept.retired();

        eventually(() -> as("designer").body(journey(concept)).post("/v1/journeys").then().statusCode(409)
                .body("type", endsWith("/concept-is-retired")));
        as("designer").body(Map.of("name", "Later")).post(JOURNEYS + id + "/phases").then().statusCode(409)
                .body("type", endsWith("/concept-is-retired"));
        as("designer").header("If-Match", etag(id)).body(Map.of("name", "Other")).put(JOURNEYS + id + "/phases/" + phase)
                .then().statusCode(409).body("type", endsWith("/concept-is-retired"));
        as("designer").header("If-Match", etag(id)).put(JOURNEYS + id + "/publication").then().statusCode(409)
                .body("type", endsWith("/concept-is-retired"));
        as("viewer").get(JOURNEYS + id).then().statusCode(200).body("phases.name", contains("Talk"));
    }

    @Test
    void aPartThatLeftTheDraftIsKnownAsLongAsItsEditionIsInForce() {
        String id = createJourney(concept);
        String phase = addPhase(id, "Talk");
        UUID later = UUID.randomUUID();

        concept.adopted(1, LocalDate.of(2026, 1, 1));
        concept.removed("CHANNEL", concept.video);
        concept.draftChannel(later, "Chat");

        eventually(() -> addTouchpoint(id, touchpoint(phase, "Chat", later)));
        addTouchpoint(id, touchpoint(phase, "Call", concept.video));
    }

    @Test
    void anEditionOfTheFutureIsNotYetInForce() {
        String id = createJourney(concept);
        String phase = addPhase(id, "Talk");
        UUID later = UUID.randomUUID();

        concept.adopted(1, LocalDate.of(9999, 1, 1));
        concept.removed("CHANNEL", concept.video);
        concept.draftChannel(later, "Chat");

        eventually(() -> addTouchpoint(id, touchpoint(phase, "Chat", later)));
        as("designer").body(touchpoint(phase, "Call", concept.video)).post(JOURNEYS + id + "/touchpoints").then()
                .statusCode(409);
    }

    @Test
    void anEditionTakesForceWhenItsDayComesWhereTheOrganisationIs() {
        Instant between = Instant.parse("2026-02-28T12:00:00Z");
        for (String organisation : List.of("auckland", "new-york")) {
            Concept known = Concept.drafted(organisation);
            known.adopted(1, LocalDate.of(2026, 3, 1));
            known.removed("CHANNEL", known.video);

            UUID later = UUID.randomUUID();
            known.draftChannel(later, "Chat");

            Set<UUID> inForce = organisation.equals("auckland") ? Set.of(known.desk, known.video, later)
                    : Set.of(known.desk, later);
            eventually(() -> assertThat(channels(organisation, known, between)).isEqualTo(inForce));
            assertThat(channels(organisation, known, between.plus(Duration.ofDays(1)))).contains(known.video);
        }
    }

    private Set<UUID> channels(String organisation, Concept known, Instant moment) {
        return queries.parts(organisation, known.id, moment).orElseThrow().channels();
    }

    @Test
    void aRetiredChannelMarksTheTouchpointsThatUseIt() {
        String id = createJourney(concept);
        String phase = addPhase(id, "Talk");
        addTouchpoint(id, touchpoint(phase, "Call", concept.video));
        addTouchpoint(id, touchpoint(phase, "Visit", concept.desk));
        String before = etag(id);

        concept.status(concept.desk, "RETIRED");

        eventually(() -> as("viewer").header("If-None-Match", before).get(JOURNEYS + id).then().statusCode(200)
                .body("phases[0].touchpoints.channelRetired", contains(false, true)));
        as("viewer").header("If-None-Match", etag(id)).get(JOURNEYS + id).then().statusCode(304);
        as("viewer").get(JOURNEYS + id + "/measured").then().statusCode(200)
                .body("touchpoints.channelRetired", contains(false, true));
        as("designer").header("If-Match", etag(id)).body(Map.of("name", "Conversation"))
                .put(JOURNEYS + id + "/phases/" + phase).then().statusCode(200).body("name", equalTo("Conversation"));
    }

    @Test
    void aChannelThatIsUsedAgainLosesItsMark() {
        String id = createJourney(concept);
        addTouchpoint(id, touchpoint(addPhase(id, "Talk"), "Visit", concept.desk));

        concept.status(concept.desk, "RETIRED");
        eventually(() -> as("viewer").get(JOURNEYS + id).then().body("phases[0].touchpoints.channelRetired", contains(true)));
        concept.status(concept.desk, "ACTIVE");

        eventually(() -> as("viewer").get(JOURNEYS + id).then().body("phases[0].touchpoints.channelRetired", contains(false)));
    }
}
