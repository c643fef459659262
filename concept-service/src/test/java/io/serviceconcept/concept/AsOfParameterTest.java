package io.serviceconcept.concept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.serviceconcept.eventsourcing.AsOf;
import io.serviceconcept.eventsourcing.http.InvalidInput;

class AsOfParameterTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = { "2026-11-22T10:00:00Z", "2026-11-22T11:00:00+01:00", "2026-11-22T11:00:00 01:00" })
    void aMomentHasAnyOffset(String asked) {
        assertThat(AsOfParameter.parse(asked, NOW).asOf()).isEqualTo(new AsOf.Time(Instant.parse("2026-11-22T10:00:00Z")));
    }

    @Test
    void whatLiesAheadIsNow() {
        assertThat(AsOfParameter.parse("2026-11-23T10:00:00Z", NOW).asOf()).isEqualTo(AsOf.now());
        assertThat(AsOfParameter.parse("+999999999-12-31T23:59:59Z", NOW).moment()).isNull();
        assertThat(AsOfParameter.parse(null, NOW).asOf()).isEqualTo(AsOf.now());
    }

    @Test
    void nothingWasRecordedInTheOldestYears() {
        assertThat(AsOfParameter.parse("-999999999-01-01T00:00:00Z", NOW).asOf()).isEqualTo(new AsOf.Time(Instant.EPOCH));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "yesterday", "2026-11-22", "2026-11-22T10:00:00", "2026-02-30T10:00:00Z", "1700000000" })
    void whatIsNoMomentIsRefused(String asked) {
        assertThatThrownBy(() -> AsOfParameter.parse(asked, NOW)).isInstanceOf(InvalidInput.class);
    }
}
