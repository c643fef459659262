package io.serviceconcept.observation;

import java.math.BigDecimal;
import java.time.LocalDate;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.intake.Ids;

/** A counted fact, or a figure computed elsewhere, as a sender pushes it. */
@Schema(name = "NewObservation")
record NewObservation(
        @NotBlank @Size(max = 200) String source,
        @Schema(description = "With source the sender's own id: the same again changes nothing.") @NotBlank @Size(max = 200) String key,
        @NotNull @Pattern(regexp = Ids.PATTERN) String indicator,
        @NotNull LocalDate from,
        @Schema(description = "The last day.") @NotNull LocalDate to,
        @Schema(description = NewObservation.VALUE) @DecimalMin("0") @DecimalMax(NewObservation.MOST) @Nullable BigDecimal value,
        @Schema(description = NewObservation.OF) @DecimalMin("0") @DecimalMax(NewObservation.MOST) @Nullable BigDecimal of,
        @Schema(description = "A figure that was computed elsewhere.") @Valid @Nullable ReportedFigure reported,
        @Pattern(regexp = Ids.PATTERN) @Nullable String channel,
        @Pattern(regexp = Ids.PATTERN) @Nullable String group,
        @Size(min = 1, max = 200) @Nullable String location) {

    static final String MOST = "1000000000000";
    static final String VALUE = "How many were counted, how much it is in all, or how long it took; either this or reported.";
    static final String OF = "Of how many: the denominator of a SHARE, or how many took the time of a DURATION in all; without it that is one.";

    /** A figure that somebody else computed. */
    @Schema(name = "ReportedFigure")
    record ReportedFigure(@NotNull @DecimalMin("-" + MOST) @DecimalMax(MOST) BigDecimal value,
            @Schema(description = "The number of responses behind it.") @Min(0) @Max(1_000_000_000_000L) @Nullable Long n) {
    }

    ObservationContent content() {
        return new ObservationContent(indicator, from, to, value, of, reported, channel, group, location);
    }
}
