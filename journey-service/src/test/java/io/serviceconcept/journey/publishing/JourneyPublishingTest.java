package io.serviceconcept.journey.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;

import io.serviceconcept.eventsourcing.EventTypes;
import io.serviceconcept.eventsourcing.Metadata;
import io.serviceconcept.eventsourcing.Position;
import io.serviceconcept.eventsourcing.PublicEvent;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.journey.JourneyEvent.PhaseRemoved;
import io.serviceconcept.journey.JourneyEvent.Published;
import io.serviceconcept.journey.JourneyEvent.PublishedPhase;
import io.serviceconcept.journey.JourneyEvent.PublishedTouchpoint;
import io.serviceconcept.journey.JourneyId;
import io.serviceconcept.journey.JourneyKind;
import io.serviceconcept.journey.PhaseId;
import io.serviceconcept.journey.TouchpointId;

/** The bytes that leave are those that the contract promises. */
class JourneyPublishingTest {

    private static final Path CONTRACTS = Path.of("contracts");

    private final JourneyPublishing publishing = new JourneyPublishing();

    @Test
    void aPublishedJourneyIsTheExampleOfTheContract() throws IOException {
        JsonNode example = read("journey.published.v1.example.json");

        PublicEvent event = publishing.publish(recorded(example));

        assertThat(event.type()).isEqualTo("journey.published.v1");
        assertThat(EventTypes.json().readTree(EventTypes.json().writeValueAsString(event.data()))).isEqualTo(example);
    }

    @Test
    void theExampleIsOfTheSchema() throws IOException {
        assertThat(schema().validate(read("journey.published.v1.example.json"))).isEmpty();
    }

    @Test
    void theSchemaRefusesAJourneyWithoutItsConcept() throws IOException {
        JsonNode incomplete = read("journey.published.v1.example.json").deepCopy();
        ((com.fasterxml.jackson.databind.node.ObjectNode) incomplete).remove("concept");

        assertThat(schema().validate(incomplete)).hasSize(1);
    }

    @Test
    void whatIsStillBeingDrawnStaysInside() {
        assertThat(publishing.publishes(Published.class)).isTrue();
        assertThat(publishing.publishes(PhaseRemoved.class)).isFalse();
    }

    @Test
    void theDescriptionNamesTheTopicAndEveryMessage() throws IOException {
        String description = Files.readString(CONTRACTS.resolve("asyncapi.yaml"));

        assertThat(description).contains("asyncapi: 3.0.0", "address: " + publishing.topic(),
                "const: " + publishing.source(), "name: journey.published.v1", "./journey.published.v1.schema.json");
    }

    private static JsonSchema schema() throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(
                read("journey.published.v1.schema.json"),
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
    }

    private static JsonNode read(String file) throws IOException {
        return EventTypes.json().readTree(CONTRACTS.resolve(file).toFile());
    }

    private static RecordedEvent recorded(JsonNode example) {
        List<PublishedPhase> phases = new ArrayList<>();
        for (JsonNode phase : example.path("phases")) {
            List<PublishedTouchpoint> touchpoints = new ArrayList<>();
            for (JsonNode touchpoint : phase.path("touchpoints")) {
                touchpoints.add(new PublishedTouchpoint(new TouchpointId(id(touchpoint, "id")),
                        touchpoint.path("name").asText(), id(touchpoint, "channel"), ids(touchpoint.path("needs"))));
            }
            phases.add(new PublishedPhase(new PhaseId(id(phase, "id")), phase.path("name").asText(), touchpoints));
        }
        Published published = new Published(id(example, "concept"), example.path("name").asText(),
                JourneyKind.valueOf(example.path("kind").asText()), ids(example.path("groups")), phases,
                example.path("service").textValue());
        return new RecordedEvent(UUID.randomUUID(), new JourneyId(id(example, "journey")).stream("municipality"), 7,
                Position.START, 1L, published, new Metadata("dirk", UUID.randomUUID(), null, null), Instant.EPOCH);
    }

    private static UUID id(JsonNode node, String field) {
        return UUID.fromString(node.path(field).asText());
    }

    private static List<UUID> ids(JsonNode array) {
        List<UUID> ids = new ArrayList<>();
        array.forEach(id -> ids.add(UUID.fromString(id.asText())));
        return ids;
    }
}
