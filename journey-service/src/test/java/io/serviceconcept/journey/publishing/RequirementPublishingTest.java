package io.serviceconcept.journey.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;

import io.serviceconcept.eventsourcing.EventTypes;
import io.serviceconcept.eventsourcing.Metadata;
import io.serviceconcept.eventsourcing.Position;
import io.serviceconcept.eventsourcing.PublicEvent;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.requirement.RequirementEvent;
import io.serviceconcept.requirement.RequirementId;
import io.serviceconcept.requirement.RequirementKind;
import io.serviceconcept.requirement.RequirementOutline;
import io.serviceconcept.requirement.RequirementState;

/** The bytes that leave are those that the contracts promise. */
class RequirementPublishingTest {

    private static final Path CONTRACTS = Path.of("contracts");
    private static final RequirementId ID = new RequirementId(UUID.fromString("9a2b7c1d-4e3f-4a5b-8c6d-7e8f90a1b2c3"));
    private static final UUID CONCEPT = UUID.fromString("c0a1e9d2-5f0b-4d58-8a7e-2f5f3f1b7c10");
    private static final UUID CHANNEL = UUID.fromString("d4e5f6a7-2b3c-4d5e-9f60-718293a4b552");
    private static final RequirementOutline SOFTWARE = new RequirementOutline(CONCEPT,
            "Software for video calls on the computers", "Stays inside", RequirementKind.TECHNOLOGY, CHANNEL,
            UUID.fromString("7b0c3f5e-3c1d-4a1b-9a55-0d6f4c0a1e01"),
            UUID.fromString("f1b2c3d4-1a2b-4c3d-8e4f-5a6b7c8d9e42"),
            List.of(UUID.fromString("b6c7d8e9-3c4d-4e5f-a071-8293a4b5c662")),
            List.of(UUID.fromString("5e7bb060-0000-4000-8000-000000000001")), "ICT", "Dirk de Jong",
            LocalDate.of(2026, 12, 1), true);
    private static final RequirementOutline TRAINED = new RequirementOutline(CONCEPT, "Employees are trained", null,
            RequirementKind.PEOPLE, CHANNEL, null, null, List.of(), List.of(), "Customer service", null, null, false);

    private final JourneyPublishing publishing = new JourneyPublishing();

    record Told(RequirementEvent event, String type) {
    }

    static Stream<Told> examples() {
        return Stream.of(new Told(new RequirementEvent.Opened(SOFTWARE), "requirement.opened.v1"),
                new Told(new RequirementEvent.Reopened(SOFTWARE, "It broke"), "requirement.opened.v1"),
                new Told(new RequirementEvent.Changed(TRAINED, RequirementState.IN_PROGRESS), "requirement.changed.v1"),
                new Told(new RequirementEvent.Started(TRAINED), "requirement.changed.v1"),
                new Told(new RequirementEvent.Fulfilled(SOFTWARE), "requirement.fulfilled.v1"),
                new Told(new RequirementEvent.Waived(SOFTWARE, "Stays inside too"), "requirement.waived.v1"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void whatIsToldOfARequirementIsTheExampleOfTheContract(Told told) throws IOException {
        RecordedEvent recorded = new RecordedEvent(UUID.randomUUID(), ID.stream("municipality"), 3, Position.START, 1L,
                told.event(), new Metadata("dirk", UUID.randomUUID(), null, null), Instant.EPOCH);

        PublicEvent event = publishing.publish(recorded);

        assertThat(publishing.publishes(told.event().getClass())).isTrue();
        assertThat(event.type()).isEqualTo(told.type());
        assertThat(EventTypes.json().readTree(EventTypes.json().writeValueAsString(event.data())))
                .isEqualTo(read(told.type() + ".example.json"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "requirement.opened.v1", "requirement.changed.v1", "requirement.fulfilled.v1",
            "requirement.waived.v1" })
    void theExampleIsOfTheSchema(String type) throws IOException {
        JsonNode example = read(type + ".example.json");
        ObjectNode elsewhere = example.deepCopy();
        elsewhere.put("state", "ELSEWHERE");
        elsewhere.remove("concept");

        assertThat(schema(type).validate(example)).isEmpty();
        assertThat(schema(type).validate(elsewhere)).hasSize(2);
    }

    @Test
    void theDescriptionNamesEveryMessage() throws IOException {
        String description = Files.readString(CONTRACTS.resolve("asyncapi.yaml"));

        assertThat(description).contains(
                examples().flatMap(told -> Stream.of("name: " + told.type(), "./" + told.type() + ".schema.json")).toList());
    }

    private static JsonSchema schema(String type) throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(read(type + ".schema.json"),
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
    }

    private static JsonNode read(String file) throws IOException {
        return EventTypes.json().readTree(CONTRACTS.resolve(file).toFile());
    }
}
