package io.serviceconcept.concept.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;

import io.serviceconcept.eventsourcing.EventTypes;
import io.serviceconcept.eventsourcing.Metadata;
import io.serviceconcept.eventsourcing.Position;
import io.serviceconcept.eventsourcing.PublicEvent;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.idea.IdeaEventTypes;
import io.serviceconcept.idea.IdeaId;

class IdeaContractsTest {

    private static final JsonMapper JSON = EventTypes.json();
    private static final IdeaId IDEA = new IdeaId("6f8c1b50-0000-4000-8000-000000000001");

    private final ConceptPublishing publishing = new ConceptPublishing();

    @Test
    void whatIsPublishedOfASelectedIdeaIsTheExampleToTheByte() throws IOException {
        Object event = IdeaEventTypes.TYPES.read("idea.selected.v1",
                Files.readString(Path.of("src/test/resources/events/idea.selected.v1.json")));

        PublicEvent published = publishing.publish(new RecordedEvent(UUID.randomUUID(), IDEA.stream("municipality"), 2,
                Position.START, 1L, event, new Metadata("dirk", UUID.randomUUID(), null, null), Instant.EPOCH));

        assertThat(published.type()).isEqualTo("idea.selected.v1");
        JsonNode bytes = JSON.readTree(JSON.writeValueAsBytes(published.data()));
        assertThat(bytes).isEqualTo(JSON.readTree(Files.readString(Path.of("contracts/idea.selected.v1.example.json"))));
        assertThat(JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("contracts/idea.selected.v1.schema.json"))).validate(bytes)).isEmpty();
    }

    @Test
    void onlySelectionLeavesTheService() {
        assertThat(IdeaEventTypes.TYPES.all().entrySet()).filteredOn(type -> publishing.publishes(type.getValue()))
                .extracting(java.util.Map.Entry::getKey).containsExactly("idea.selected.v1");
    }
}
