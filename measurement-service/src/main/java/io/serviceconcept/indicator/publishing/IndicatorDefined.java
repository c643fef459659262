package io.serviceconcept.indicator.publishing;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.Scale;
import io.serviceconcept.indicator.Anchors;
import io.serviceconcept.indicator.Audience;
import io.serviceconcept.indicator.Better;
import io.serviceconcept.indicator.ChangeOf;
import io.serviceconcept.indicator.IndicatorEvent;
import io.serviceconcept.indicator.IndicatorKind;

/** The contract record {@code measurement.indicator-defined.v1}. */
record IndicatorDefined(String indicator, int version, String name, String unit, Better better, Audience audience,
        IndicatorKind kind, @Nullable MarkScale scale, int minimumN, @Nullable String satisfactionOf,
        @Nullable FitAnchors anchors, @Nullable BigDecimal cutOff, @Nullable Change change) {

    record MarkScale(BigDecimal min, BigDecimal max) {
    }

    record FitAnchors(BigDecimal lowest, BigDecimal norm, BigDecimal highest) {
    }

    record Change(String indicator, int baselineYear) {
    }

    static IndicatorDefined of(IndicatorEvent.Defined event) {
        Scale scale = event.scale();
        Anchors anchors = event.anchors();
        ChangeOf change = event.change();
        return new IndicatorDefined(event.indicator(), event.version(), event.name(), event.unit(), event.better(),
                event.audience(), event.kind(), scale == null ? null : new MarkScale(scale.min(), scale.max()),
                event.minimumN(), event.satisfactionOf(),
                anchors == null ? null : new FitAnchors(anchors.lowest(), anchors.norm(), anchors.highest()),
                event.cutOff(), change == null ? null : new Change(change.indicator(), change.baselineYear()));
    }
}
