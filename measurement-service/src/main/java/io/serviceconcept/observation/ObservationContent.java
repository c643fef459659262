package io.serviceconcept.observation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.Decimals;
import io.serviceconcept.intake.Ids;
import io.serviceconcept.observation.NewObservation.ReportedFigure;

/** What an observation says, all of it: what a correction puts in the place of what was said before. */
@Schema(name = "ObservationContent")
record ObservationContent(@NotNull @Pattern(regexp = Ids.PATTERN) String indicator,
        @NotNull LocalDate from,
        @Schema(description = "The last day.") @NotNull LocalDate to,
        @Schema(description = NewObservation.VALUE) @DecimalMin("0") @DecimalMax(NewObservation.MOST) @Nullable BigDecimal value,
        @Schema(description = NewObservation.OF) @DecimalMin("0") @DecimalMax(NewObservation.MOST) @Nullable BigDecimal of,
        @Schema(description = "A figure that was computed elsewhere.") @Valid @Nullable ReportedFigure reported,
        @Pattern(regexp = Ids.PATTERN) @Nullable String channel,
        @Pattern(regexp = Ids.PATTERN) @Nullable String group,
        @Size(min = 1, max = 200) @Nullable String location) {

    /** The event, once {@link ObservationRules} found nothing wrong with it. */
    ObservationEvent.Content received(String source, Instant now) {
        if (reported != null) {
            return new ObservationEvent.Reported(Ids.canonical(indicator), source, from, to,
                    Decimals.canonical(reported.value()), reported.n(), Ids.canonicalOrNull(channel),
                    Ids.canonicalOrNull(group), location, now);
        }
        if (value == null) {
            throw new IllegalStateException("the rules let neither a value nor a reported figure pass");
        }
        return new ObservationEvent.Counted(Ids.canonical(indicator), source, from, to, Decimals.canonical(value),
                Ids.canonicalOrNull(channel), Ids.canonicalOrNull(group), location, now,
                Decimals.canonicalOrNull(of));
    }
}
