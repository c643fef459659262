package io.serviceconcept.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.serviceconcept.eventsourcing.EventTypes;
import io.serviceconcept.eventsourcing.InboundEvent;

/** Reads what journey-service says it publishes of requirements. */
class RequirementContractsTest {

    private static final Path CONTRACTS = Path.of("../journey-service/contracts");

    @ParameterizedTest
    @CsvSource({ "requirement.opened.v1, OPEN", "requirement.changed.v1, IN_PROGRESS",
            "requirement.fulfilled.v1, FULFILLED", "requirement.waived.v1, WAIVED" })
    void whatIsUsedOfARequirementIsRead(String type, String state) throws IOException {
        JsonNode example = EventTypes.json().readTree(example(type));

        RequirementTold told = read(type, example(type));

        assertThat(told.state()).isEqualTo(state);
        assertThat(EventTypes.json().<JsonNode> valueToTree(told).properties()).isNotEmpty()
                .allSatisfy(field -> assertThat(field.getValue()).isEqualTo(example.path(field.getKey())));
    }

    @ParameterizedTest
    @ValueSource(strings = { "requirement", "concept", "name", "kind", "department", "blocking", "state" })
    void whatIsRequiredIsMissed(String field) throws IOException {
        ObjectNode incomplete = (ObjectNode) EventTypes.json().readTree(example("requirement.opened.v1"));
        incomplete.remove(field);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("requirement.opened.v1", EventTypes.json().writeValueAsBytes(incomplete)));
    }

    @Test
    void theStatesThatKeepAChannelClosedAreThoseOfTheSchema() throws IOException {
        assertThat(Files.readString(CONTRACTS.resolve("requirement.changed.v1.schema.json"))).contains("\"OPEN\"",
                "\"IN_PROGRESS\"");
    }

    private static byte[] example(String type) throws IOException {
        return Files.readAllBytes(CONTRACTS.resolve(type + ".example.json"));
    }

    private static RequirementTold read(String type, byte[] json) {
        return new InboundEvent("/journey-service", "municipality", "requirement-1", 1L, UUID.randomUUID(), type,
                Instant.EPOCH, json, null, null).as(RequirementTold.class);
    }
}
