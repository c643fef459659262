package io.serviceconcept.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;

import io.serviceconcept.eventsourcing.EventTypes;
import io.serviceconcept.eventsourcing.Metadata;
import io.serviceconcept.eventsourcing.OutboundEvent;
import io.serviceconcept.eventsourcing.internal.KafkaSender;
import io.serviceconcept.figure.Basis;
import io.serviceconcept.figure.Beside;
import io.serviceconcept.figure.Dimension;
import io.serviceconcept.figure.Estimate;
import io.serviceconcept.figure.Interval;
import io.serviceconcept.figure.Period;
import io.serviceconcept.figure.PeriodKind;
import io.serviceconcept.figure.Slice;
import io.serviceconcept.objective.Verdict;

/** The bytes that leave are those that are promised. */
class ContractsTest {

    private static final Path CONTRACTS = Path.of("contracts");
    private static final Instant AT = Instant.parse("2026-11-23T10:15:30.123456Z");
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 1);
    private static final String SATISFACTION = "6f8cc170-0000-4000-8000-000000000001";
    private static final String CONCEPT = "5b0c7a52-8f0e-4a51-9c63-0d2f5d1f6a01";
    private static final String VISITORS = "6f8cc170-0000-4000-8000-000000000002";

    @Test
    void aReleasedResult() throws IOException {
        Shown shown = new Shown(1, Basis.RESPONSES, ResultState.RELEASED, 120L, new BigDecimal("7.5"),
                new BigDecimal("7.273064"), new BigDecimal("7.726936"), true).in(List.of(CONCEPT + "|1"));

        isAsPromised(ResultReleased.TYPE, ResultReleased.of(SATISFACTION, Period.of(PeriodKind.MONTH, NOVEMBER),
                Slice.of(Dimension.CHANNEL, "3c5b8e40-0000-4000-8000-000000000001"), shown, true, 12, AT), true);
    }

    @Test
    void aHiddenResultTellsNothing() throws IOException {
        Shown shown = new Shown(1, Basis.RESPONSES, ResultState.HIDDEN, null, null, null, null, false);

        JsonNode written = isAsPromised(ResultReleased.TYPE,
                ResultReleased.of(SATISFACTION, Period.of(PeriodKind.QUARTER, NOVEMBER), Slice.ALL, shown, false, 1, AT),
                false);

        assertThat(written.fieldNames()).toIterable().doesNotContain("n", "figure", "interval");
        assertThat(written.path("slice").has("key")).isFalse();
    }

    @Test
    void aCorrectedResult() throws IOException {
        Shown shown = new Shown(1, Basis.RESPONSES, ResultState.RELEASED, 120L, new BigDecimal("7.5"), null, null, false);
        Correction correction = new Correction(118L, new BigDecimal("7.4"), Instant.parse("2026-11-01T00:00:01Z"), AT);

        isAsPromised(ResultCorrected.TYPE, ResultCorrected.of(SATISFACTION,
                Period.of(PeriodKind.MONTH, NOVEMBER.minusMonths(1)),
                Slice.of(Dimension.CHANNEL, "3c5b8e40-0000-4000-8000-000000000001"), shown, correction, 14), true);
    }

    @Test
    void whatStandsBesideAFigure() throws IOException {
        Estimate eighty = new Estimate(BigDecimal.valueOf(80), new Interval(BigDecimal.valueOf(70), BigDecimal.valueOf(90)));
        Estimate six = new Estimate(BigDecimal.valueOf(6), null);
        Shown shown = new Shown(2, Basis.RESPONSES, ResultState.RELEASED, 20L, new BigDecimal("5.4"), null, null, true,
                new Beside(eighty, six, six, six));

        JsonNode written = isAsPromised(ResultReleased.TYPE,
                ResultReleased.of(SATISFACTION, Period.of(PeriodKind.MONTH, NOVEMBER), Slice.of(Dimension.EDITION, "c|1"),
                        shown, false, 1, AT),
                false);

        assertThat(written.at("/share/interval/low").asInt()).isEqualTo(70);
        assertThat(written.at("/percentiles/p90/value").asInt()).isEqualTo(6);
        assertThat(written.at("/percentiles/p90").has("interval")).isFalse();
    }

    @Test
    void aJudgedTarget() throws IOException {
        Judged judged = new Judged(Verdict.MET, true, null, new BigDecimal("94000"), null, null, new BigDecimal("-6"),
                null, null, "2025", new BigDecimal("100000"), LocalDate.of(2026, 10, 31), false);

        isAsPromised(TargetJudged.TYPE, TargetJudged.of("5b0c7a52-8f0e-4a51-9c63-0d2f5d1f6a01", 1,
                "5e7bb060-0000-4000-8000-000000000002", VISITORS, Period.of(PeriodKind.YEAR, NOVEMBER), judged, 3, AT),
                true);
    }

    @Test
    void aJudgedChangeOfMeans() throws IOException {
        Judged judged = new Judged(Verdict.LIKELY_MET, false, 120L, new BigDecimal("7.5"), null, null, new BigDecimal("4.2"),
                new BigDecimal("-0.5"), new BigDecimal("9.1"), "2025-10", new BigDecimal("7.2"), LocalDate.of(2026, 10, 31),
                false);

        JsonNode written = isAsPromised(TargetJudged.TYPE, TargetJudged.of("5b0c7a52-8f0e-4a51-9c63-0d2f5d1f6a01", 1,
                "5e7bb060-0000-4000-8000-000000000002", SATISFACTION, Period.of(PeriodKind.MONTH, NOVEMBER.minusMonths(1)),
                judged, 3, AT), false);

        assertThat(written.at("/changeInterval/low").decimalValue()).isEqualByComparingTo("-0.5");
        assertThat(written.at("/changeInterval/high").decimalValue()).isEqualByComparingTo("9.1");
        assertThat(written.has("interval")).isFalse();
    }

    private static JsonNode isAsPromised(String type, Object data, boolean theExample) throws IOException {
        byte[] bytes = KafkaSender.record(new OutboundEvent("measurement-events", "/measurement-service", "municipality",
                "indicator-" + SATISFACTION, null, UUID.randomUUID(), type, AT, data,
                new Metadata("test", UUID.randomUUID(), null, null))).value();
        JsonNode written = EventTypes.json().readTree(bytes);
        if (theExample) {
            assertThat(written)
                    .isEqualTo(EventTypes.json().readTree(CONTRACTS.resolve(type + ".example.json").toFile()));
        }
        String schema = Files.readString(CONTRACTS.resolve(type + ".schema.json"), StandardCharsets.UTF_8);
        Set<ValidationMessage> messages = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(schema, SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build())
                .validate(written);
        assertThat(messages).isEmpty();
        return written;
    }
}
