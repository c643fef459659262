package io.serviceconcept.intake;

import java.math.BigDecimal;

import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.Scale;

/** A scale as the API shows it: the lowest and the highest mark. */
@Schema(name = "MarkScale")
public record MarkScale(@NotNull BigDecimal min, @NotNull BigDecimal max) {

    public static @Nullable MarkScale of(@Nullable Scale scale) {
        return scale == null ? null : new MarkScale(scale.min(), scale.max());
    }

    public Scale scale() {
        return new Scale(min, max);
    }
}
