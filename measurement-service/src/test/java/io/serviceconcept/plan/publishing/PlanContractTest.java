package io.serviceconcept.plan.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;

import io.serviceconcept.eventsourcing.EventTypes;
import io.serviceconcept.figure.PeriodKind;
import io.serviceconcept.plan.PlanEvent;

/** The bytes that leave are those that are promised. */
class PlanContractTest {

    private static final Path CONTRACTS = Path.of("contracts");

    @Test
    void anOverdueMeasurement() throws IOException {
        MeasurementOverdue overdue = MeasurementOverdue.of(
                new PlanEvent.FoundOverdue("0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0", "5b0c7a52-8f0e-4a51-9c63-0d2f5d1f6a01", 1,
                        "5e7bb060-0000-4000-8000-000000000001", "6f8cc170-0000-4000-8000-000000000001", PeriodKind.MONTH,
                        LocalDate.of(2026, 10, 1), LocalDate.of(2026, 11, 14)),
                Instant.parse("2026-11-15T00:00:02.123456Z"));

        JsonNode written = EventTypes.json().readTree(EventTypes.json().writeValueAsBytes(overdue));

        assertThat(written)
                .isEqualTo(EventTypes.json().readTree(CONTRACTS.resolve(PlanPublishing.OVERDUE + ".example.json").toFile()));
        String schema = Files.readString(CONTRACTS.resolve(PlanPublishing.OVERDUE + ".schema.json"), StandardCharsets.UTF_8);
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(schema, SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build())
                .validate(written)).isEmpty();
        assertThat(new PlanPublishing().publishes(PlanEvent.FoundOverdue.class)).isTrue();
        assertThat(new PlanPublishing().publishes(PlanEvent.Completed.class)).isFalse();
    }
}
