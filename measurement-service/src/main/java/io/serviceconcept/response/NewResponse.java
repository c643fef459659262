package io.serviceconcept.response;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.intake.Ids;

/** One person's answers, as a sender pushes them. */
@Schema(name = "NewResponse")
public record NewResponse(
        @Schema(description = "The sender's own id: the same again changes nothing.") @NotBlank @Size(max = 200) String id,
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

    /** What was answered to one question. */
    @Schema(name = "ResponseAnswer")
    public record ResponseAnswer(@NotNull @Size(max = 200) String question,
            @Schema(description = "For a RATING, a MARK and an NPS.") @Nullable BigDecimal value,
            @Schema(description = "The ids of what was chosen; yes or no for a YES_NO.") @Size(min = 1, max = 100) @Nullable List<@NotNull @Size(max = 200) String> options,
            @Schema(description = "For a TEXT; kept sealed.") @Size(min = 1, max = 4000) @Nullable String text) {

        /** Never the text: requests are written to logs. */
        @Override
        public String toString() {
            return "ResponseAnswer[" + question + ']';
        }
    }

    /** Never who answered, nor what was written. */
    @Override
    public String toString() {
        return "NewResponse[not shown]";
    }

    ResponseContent content() {
        return new ResponseContent(surveyVersion, interactionAt, answers, channel, touchpoint, group, location, department,
                journey, pilot, customer);
    }
}
