package io.serviceconcept.indicator;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.serviceconcept.eventsourcing.testing.DeciderSpec;
import io.serviceconcept.figure.Scale;

class IndicatorDeciderTest {

    private static final IndicatorEvent.Defined SATISFACTION = new IndicatorEvent.Defined("i1", 1, "Satisfaction", "mark",
            Better.HIGHER, Audience.CUSTOMER, IndicatorKind.MEAN, new Scale(BigDecimal.ONE, BigDecimal.TEN), 30, null, null,
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
}
