package io.serviceconcept.indicator;

import java.math.BigDecimal;

import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Anchors as the API shows them: three marks on the scale. */
@Schema(name = "FitAnchors")
record FitAnchors(@NotNull BigDecimal lowest, @NotNull BigDecimal norm, @NotNull BigDecimal highest) {

    static @Nullable FitAnchors of(@Nullable Anchors anchors) {
        return anchors == null ? null : new FitAnchors(anchors.lowest(), anchors.norm(), anchors.highest());
    }

    Anchors anchors() {
        return new Anchors(lowest, norm, highest);
    }
}
