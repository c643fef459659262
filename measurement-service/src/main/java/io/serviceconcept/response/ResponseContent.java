package io.serviceconcept.response;

import java.time.Instant;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.intake.Ids;
import io.serviceconcept.response.NewResponse.ResponseAnswer;

/** What a response says, all of it: what a correction puts in the place of what was said before. */
@Schema(name = "ResponseContent")
record ResponseContent(
        @Schema(description = "The version that was answered; the one in use at the time of the interaction unless told.") @Min(1) @Max(1_000_000) @Nullable Integer surveyVersion,
        @Schema(description = "When the interaction took place, with any offset.") @NotNull Instant interactionAt,
        @NotNull @Size(min = 1, max = 200) List<@NotNull @Valid ResponseAnswer> answers,
        @Pattern(regexp = Ids.PATTERN) @Nullable String channel,
        @Pattern(regexp = Ids.PATTERN) @Nullable String touchpoint,
        @Pattern(regexp = Ids.PATTERN) @Nullable String group,
        @Size(min = 1, max = 200) @Nullable String location,
        @Size(min = 1, max = 200) @Nullable String department,
        @Pattern(regexp = Ids.PATTERN) @Nullable String journey,
        @Pattern(regexp = Ids.PATTERN) @Nullable String pilot,
        @Schema(description = "A pseudonym of the one who answered, never a name; kept sealed.") @Size(min = 1, max = 200) @Nullable String customer) {

    /** Never who answered, nor what was written: requests are written to logs. */
    @Override
    public String toString() {
        return "ResponseContent[not shown]";
    }
}
