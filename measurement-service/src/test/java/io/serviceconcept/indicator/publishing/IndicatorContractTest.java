package io.serviceconcept.indicator.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;

import io.serviceconcept.eventsourcing.EventTypes;
import io.serviceconcept.eventsourcing.Metadata;
import io.serviceconcept.eventsourcing.Position;
import io.serviceconcept.eventsourcing.PublicEvent;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.figure.Scale;
import io.serviceconcept.indicator.Anchors;
import io.serviceconcept.indicator.Audience;
import io.serviceconcept.indicator.Better;
import io.serviceconcept.indicator.ChangeOf;
import io.serviceconcept.indicator.IndicatorEvent;
import io.serviceconcept.indicator.IndicatorId;
import io.serviceconcept.indicator.IndicatorKind;

/** The bytes that leave are those that are promised. */
class IndicatorContractTest {

    private static final Path CONTRACTS = Path.of("contracts");
    private static final String ID = "6f8cc170-0000-4000-8000-000000000001";

    private final IndicatorPublishing publishing = new IndicatorPublishing();

    @Test
    void aDefinedIndicator() throws IOException {
        IndicatorEvent.Defined satisfaction = new IndicatorEvent.Defined(ID, 1, "Customer satisfaction", "mark",
                Better.HIGHER, Audience.CUSTOMER, IndicatorKind.MEAN, new Scale(BigDecimal.ONE, BigDecimal.TEN), 30,
                "5b0c7a52-8f0e-4a51-9c63-0d2f5d1f6a01",
                new Anchors(BigDecimal.ONE, BigDecimal.valueOf(7), BigDecimal.TEN), List.of());

        JsonNode written = isAsPromised(satisfaction);

        assertThat(written).isEqualTo(EventTypes.json()
                .readTree(CONTRACTS.resolve("measurement.indicator-defined.v1.example.json").toFile()));
    }

    @Test
    void aCountHasNoScale() throws IOException {
        JsonNode written = isAsPromised(new IndicatorEvent.Defined(ID, 1, "Visitors", "visitors", Better.LOWER,
                Audience.CUSTOMER, IndicatorKind.COUNT, null, 30, null, null, List.of("Town hall")));

        assertThat(written.has("scale")).isFalse();
        assertThat(written.has("locations")).isFalse();
    }

    @Test
    void aNewVersionOfAnyKind() throws IOException {
        for (IndicatorKind kind : IndicatorKind.values()) {
            JsonNode written = isAsPromised(new IndicatorEvent.Defined(ID, 2, "Satisfied", "%", Better.HIGHER,
                    Audience.CUSTOMER, kind, new Scale(BigDecimal.ONE, BigDecimal.TEN), 30, null, null, List.of(),
                    BigDecimal.valueOf(8), new ChangeOf("6f8cc170-0000-4000-8000-000000000002", 2025)));

            assertThat(written.path("version").asInt()).isEqualTo(2);
            assertThat(written.path("cutOff").asInt()).isEqualTo(8);
            assertThat(written.at("/change/baselineYear").asInt()).isEqualTo(2025);
        }
    }

    private JsonNode isAsPromised(IndicatorEvent.Defined event) throws IOException {
        PublicEvent published = publishing.publish(new RecordedEvent(UUID.randomUUID(),
                new IndicatorId(ID).stream("municipality"), 1, Position.START, 1L, event,
                new Metadata("test", UUID.randomUUID(), null, null), Instant.EPOCH));
        JsonNode written = EventTypes.json().readTree(EventTypes.json().writeValueAsBytes(published.data()));
        String schema = Files.readString(CONTRACTS.resolve(published.type() + ".schema.json"), StandardCharsets.UTF_8);
        assertThat(publishing.publishes(event.getClass())).isTrue();
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(schema, SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build())
                .validate(written)).isEmpty();
        return written;
    }
}
