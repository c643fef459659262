package io.serviceconcept.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.serviceconcept.eventsourcing.testing.DeciderSpec;
import io.serviceconcept.figure.Scale;

class IndicatorDeciderTest {

    private static final Scale ONE_TO_TEN = new Scale(BigDecimal.ONE, BigDecimal.TEN);
    private static final IndicatorEvent.Defined SATISFACTION = new IndicatorEvent.Defined("i1", 1, "Satisfaction", "mark",
            Better.HIGHER, Audience.CUSTOMER, IndicatorKind.MEAN, ONE_TO_TEN, 30, null, null,
            List.of());

    private static DeciderSpec<IndicatorCommand, Indicator, IndicatorEvent, IndicatorRejection> spec() {
        return DeciderSpec.of(new IndicatorDecider());
    }

    @Test
    void anIndicatorIsDefined() {
        spec().when(new IndicatorCommand.Define(SATISFACTION)).then(SATISFACTION);
    }

    @Test
    void anIndicatorIsDefinedOnce() {
        spec().given(SATISFACTION).when(new IndicatorCommand.Define(SATISFACTION))
                .thenRejected(new IndicatorRejection.AlreadyDefined());
    }

    private static IndicatorEvent.Defined as(IndicatorKind kind, @Nullable Scale scale, int version) {
        return new IndicatorEvent.Defined("i1", version, "Satisfied", "%", Better.HIGHER, Audience.CUSTOMER, kind, scale, 30,
                null, null, List.of(), kind == IndicatorKind.TOP_BOX ? BigDecimal.valueOf(8) : null, null);
    }

    @Test
    void theNextVersionMayBeAnotherSumOverTheSameMarks() {
        spec().given(SATISFACTION).when(new IndicatorCommand.Redefine(as(IndicatorKind.TOP_BOX, ONE_TO_TEN, 1)))
                .then(as(IndicatorKind.TOP_BOX, ONE_TO_TEN, 2));
    }

    @Test
    void versionsFollowOnOneAnother() {
        spec().given(SATISFACTION, as(IndicatorKind.TOP_BOX, ONE_TO_TEN, 2))
                .when(new IndicatorCommand.Redefine(as(IndicatorKind.MEAN, ONE_TO_TEN, 2)))
                .then(as(IndicatorKind.MEAN, ONE_TO_TEN, 3));
    }

    @Test
    void marksOnAnotherScaleAreSomethingElse() {
        spec().given(SATISFACTION)
                .when(new IndicatorCommand.Redefine(as(IndicatorKind.NPS, new Scale(BigDecimal.ZERO, BigDecimal.TEN), 2)))
                .thenRejected(new IndicatorRejection.CountsSomethingElse());
    }

    @Test
    void aMeanCannotBecomeACount() {
        spec().given(SATISFACTION).when(new IndicatorCommand.Redefine(as(IndicatorKind.COUNT, null, 2)))
                .thenRejected(new IndicatorRejection.CountsSomethingElse());
    }

    @Test
    void theSameAgainIsNoVersion() {
        spec().given(SATISFACTION).when(new IndicatorCommand.Redefine(SATISFACTION.inVersion(2)))
                .thenRejected(new IndicatorRejection.NothingChanged());
    }

    @Test
    void whatWasNotDefinedCannotBeDefinedAnew() {
        spec().when(new IndicatorCommand.Redefine(SATISFACTION)).thenRejected(new IndicatorRejection.NotDefined());
    }

    @Test
    void whatOnlySomeKindsHaveIsReadBackAsItWasWritten() {
        IndicatorEvent.Defined change = new IndicatorEvent.Defined("i2", 1, "Change", "%", Better.LOWER, Audience.CUSTOMER,
                IndicatorKind.RATE_OF_CHANGE, null, 30, null, null, List.of(), null, new ChangeOf("i1", 2025));
        IndicatorEvent.Defined topBox = as(IndicatorKind.TOP_BOX, ONE_TO_TEN, 2);

        assertThat(IndicatorEventTypes.definition(IndicatorEventTypes.TYPES.write(change))).isEqualTo(change);
        assertThat(IndicatorEventTypes.definition(IndicatorEventTypes.TYPES.write(topBox))).isEqualTo(topBox);
    }
}
