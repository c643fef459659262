package io.serviceconcept.evaluation.measurements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.serviceconcept.evaluation.measurements.MeasurementEvent.AnchorsData;
import io.serviceconcept.evaluation.measurements.MeasurementEvent.IndicatorDefined;
import io.serviceconcept.evaluation.measurements.MeasurementEvent.MeasurementOverdue;
import io.serviceconcept.evaluation.measurements.MeasurementEvent.ResultReleased;
import io.serviceconcept.evaluation.measurements.MeasurementEvent.ScaleData;
import io.serviceconcept.evaluation.measurements.MeasurementEvent.TargetJudged;
import io.serviceconcept.eventsourcing.InboundEvent;

/** Reads what measurement-service says it publishes. */
class MeasurementContractsTest {

    private static final Path CONTRACTS = Path.of("../measurement-service/contracts");

    @Test
    void anIndicatorIsRead() throws IOException {
        IndicatorDefined defined = example("measurement.indicator-defined.v1", IndicatorDefined.class);

        assertThat(defined.indicator()).isNotBlank();
        assertThat(defined.version()).isPositive();
        assertThat(defined.satisfactionOf()).isNotBlank();
        assertThat(defined.anchors()).isInstanceOf(AnchorsData.class);
        assertThat(defined.kind()).isEqualTo("MEAN");
        assertThat(defined.better()).isEqualTo("HIGHER");
        assertThat(defined.audience()).isEqualTo("CUSTOMER");
        assertThat(defined.minimumN()).isEqualTo(30);
        assertThat(defined.scale()).isInstanceOf(ScaleData.class);
    }

    @Test
    void whatIsOverdueIsRead() throws IOException {
        MeasurementOverdue overdue = example("measurement.measurement-overdue.v1", MeasurementOverdue.class);

        assertThat(overdue.objective()).isNotBlank();
        assertThat(overdue.period().kind()).isEqualTo("MONTH");
        assertThat(overdue.due()).isAfter(overdue.period().to());
    }

    @Test
    void aResultIsRead() throws IOException {
        ResultReleased result = example("measurement.result-released.v1", ResultReleased.class);

        assertThat(result.slice().dimension()).isEqualTo("CHANNEL");
        assertThat(result.period().kind()).isEqualTo("MONTH");
        assertThat(result.period().from()).isInstanceOf(LocalDate.class);
        assertThat(result.state()).isEqualTo("RELEASED");
        assertThat(result.figure()).isPositive();
        assertThat(result.revision()).isPositive();
    }

    @Test
    void aVerdictIsRead() throws IOException {
        TargetJudged judged = example("measurement.target-judged.v1", TargetJudged.class);

        assertThat(judged.edition()).isPositive();
        assertThat(judged.verdict()).isEqualTo("MET");
        assertThat(judged.provisional()).isTrue();
        assertThat(judged.change()).isNotNull();
        assertThat(judged.baseline()).isNotNull();
        assertThat(judged.through()).isInstanceOf(LocalDate.class);
    }

    @Test
    void aRecordWithoutWhatItNeedsCannotBeUsed() {
        InboundEvent event = event("measurement.target-judged.v1", "{\"concept\": \"c\", \"edition\": 1}");

        assertThatIllegalArgumentException().isThrownBy(() -> event.as(TargetJudged.class));
    }

    private static <T> T example(String type, Class<T> record) throws IOException {
        return event(type, Files.readString(CONTRACTS.resolve(type + ".example.json"))).as(record);
    }

    private static InboundEvent event(String type, String json) {
        return new InboundEvent("/measurement-service", "municipality", "indicator-1", null, UUID.randomUUID(), type,
                Instant.EPOCH, json.getBytes(StandardCharsets.UTF_8), null, null);
    }
}
