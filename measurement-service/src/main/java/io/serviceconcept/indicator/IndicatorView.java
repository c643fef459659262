package io.serviceconcept.indicator;

import java.math.BigDecimal;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.indicator.NewIndicator.IndicatorChange;
import io.serviceconcept.intake.MarkScale;

/** An indicator as the API shows it. */
@Schema(name = "IndicatorView")
record IndicatorView(String id, int version, String name, String unit, Better better, Audience audience, IndicatorKind kind,
        @Nullable MarkScale scale, int minimumN, @Nullable String satisfactionOf, @Nullable FitAnchors anchors,
        List<String> locations, @Nullable BigDecimal cutOff, @Nullable IndicatorChange change) {

    static IndicatorView of(IndicatorEvent.Defined defined) {
        return new IndicatorView(defined.indicator(), defined.version(), defined.name(), defined.unit(), defined.better(),
                defined.audience(), defined.kind(), MarkScale.of(defined.scale()), defined.minimumN(), defined.satisfactionOf(),
                FitAnchors.of(defined.anchors()), defined.locations(), defined.cutOff(), IndicatorChange.of(defined.change()));
    }
}
