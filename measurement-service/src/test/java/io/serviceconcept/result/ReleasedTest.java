package io.serviceconcept.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.serviceconcept.figure.Basis;

/** The figure of a closed period that somebody may have been told is shown beside what it became. */
class ReleasedTest {

    private static final Instant THEN = Instant.parse("2026-11-01T00:00:01Z");
    private static final Instant NOW = THEN.plus(Duration.ofDays(3));
    private static final Correction BEFORE = new Correction(118L, new BigDecimal("7.4"), THEN.minusSeconds(9), THEN);

    private static Shown figure(long n, String figure, boolean open) {
        return new Shown(1, Basis.RESPONSES, ResultState.RELEASED, n, new BigDecimal(figure), null, null, open);
    }

    private static Released released(boolean open, @Nullable Correction correction) {
        return new Released(figure(118, "7.4", open), THEN, correction);
    }

    @Test
    void aFigureThatStoodIsToldBesideWhatItBecame() {
        assertThat(released(false, null).correction(figure(120, "7.5", false), NOW))
                .isEqualTo(new Correction(118L, new BigDecimal("7.4"), THEN, NOW));
        assertThat(released(false, BEFORE).correction(figure(120, "7.4", false), NOW))
                .isEqualTo(new Correction(118L, new BigDecimal("7.4"), THEN, NOW));
    }

    @Test
    void whatComesInManyPiecesIsOneCorrection() {
        Instant soon = THEN.plus(Released.STOOD).minusMillis(1);

        assertThat(released(false, BEFORE).correction(figure(120, "7.5", false), soon))
                .isEqualTo(new Correction(118L, new BigDecimal("7.4"), BEFORE.since(), soon));
        assertThat(released(false, null).correction(figure(120, "7.5", false), soon)).isNull();
    }

    @Test
    void whatIsShownAsBeforeStaysCorrectedAsBefore() {
        assertThat(released(false, BEFORE).correction(figure(118, "7.4", false), NOW)).isEqualTo(BEFORE);
    }

    @Test
    void nothingIsToldOfWhatMayNotBeSeenOrIsNotToBeCompared() {
        assertThat(released(true, null).correction(figure(120, "7.5", false), NOW)).isNull();
        assertThat(released(false, BEFORE).correction(Shown.hidden(1, Basis.RESPONSES, false), NOW)).isNull();
        assertThat(new Released(Shown.hidden(1, Basis.RESPONSES, false), THEN, null).correction(figure(120, "7.5", false),
                NOW)).isNull();
        Shown byAnother = new Shown(2, Basis.RESPONSES, ResultState.RELEASED, 118L, BigDecimal.TEN, null, null, false);
        assertThat(released(false, BEFORE).correction(byAnother, NOW)).isNull();
    }
}
