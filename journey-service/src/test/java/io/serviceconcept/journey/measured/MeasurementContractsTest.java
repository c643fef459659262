package io.serviceconcept.journey.measured;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.serviceconcept.eventsourcing.EventTypes;
import io.serviceconcept.eventsourcing.InboundEvent;
import io.serviceconcept.journey.measured.MeasurementRecords.IndicatorDefined;
import io.serviceconcept.journey.measured.MeasurementRecords.Interval;
import io.serviceconcept.journey.measured.MeasurementRecords.ResultReleased;

/** What measurement-service promises is what is read here. */
class MeasurementContractsTest {

    private static final Path CONTRACTS = Path.of("../measurement-service/contracts");

    @Test
    void aDefinedIndicator() throws IOException {
        JsonNode example = example("measurement.indicator-defined.v1");

        IndicatorDefined read = event("measurement.indicator-defined.v1").as(IndicatorDefined.class);

        assertThat(read.indicator()).hasToString(example.path("indicator").asText());
        assertThat(read.name()).isEqualTo(example.path("name").asText());
        assertThat(read.unit()).isEqualTo(example.path("unit").asText());
        assertThat(read.satisfactionOf()).hasToString(example.path("satisfactionOf").asText());
    }

    @Test
    void aReleasedResult() throws IOException {
        JsonNode example = example("measurement.result-released.v1");

        ResultReleased read = event("measurement.result-released.v1").as(ResultReleased.class);

        assertThat(read.indicator()).hasToString(example.path("indicator").asText());
        assertThat(read.period().kind()).isEqualTo(example.at("/period/kind").asText());
        assertThat(read.period().label()).isEqualTo(example.at("/period/label").asText());
        assertThat(read.period().from()).hasToString(example.at("/period/from").asText());
        assertThat(read.period().to()).hasToString(example.at("/period/to").asText());
        assertThat(read.slice().dimension()).isEqualTo(example.at("/slice/dimension").asText());
        assertThat(read.state()).isEqualTo(example.path("state").asText());
        assertThat(read.n()).isEqualTo(example.path("n").asLong());
        assertThat(read.figure()).isEqualTo(example.path("figure").decimalValue());
        assertThat(read.interval()).isEqualTo(new Interval(example.at("/interval/low").decimalValue(),
                example.at("/interval/high").decimalValue()));
        assertThat(read.open()).isEqualTo(example.path("open").asBoolean());
        assertThat(read.revision()).isEqualTo(example.path("revision").asLong());
        assertThat(read.releasedAt()).isEqualTo(Instant.parse(example.path("releasedAt").asText()));
    }

    @Test
    void theSlicesAndPeriodsThatAreReadHereAreThoseOfTheSchema() throws IOException {
        assertThat(Files.readString(CONTRACTS.resolve("measurement.result-released.v1.schema.json")))
                .contains("\"TOUCHPOINT\"", "\"MONTH\"");
    }

    private static InboundEvent event(String type) throws IOException {
        return new InboundEvent("/measurement-service", "municipality", "indicator-1", 1L, UUID.randomUUID(), type,
                Instant.EPOCH, Files.readAllBytes(CONTRACTS.resolve(type + ".example.json")), null, null);
    }

    private static JsonNode example(String type) throws IOException {
        return EventTypes.json().readTree(CONTRACTS.resolve(type + ".example.json").toFile());
    }
}
