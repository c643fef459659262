package io.serviceconcept.response;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.Decimals;
import io.serviceconcept.intake.Ids;
import io.serviceconcept.response.ResponseEvent.Answer;
import io.serviceconcept.response.ResponseEvent.Circumstances;
import io.serviceconcept.response.ResponseEvent.ResponseReceived;
import io.serviceconcept.survey.SurveyEvent;

/** One person's answers, as a sender pushes them. */
@Schema(name = "NewResponse")
record NewResponse(
        @Schema(description = "The sender's own id: the same again changes nothing.") @NotBlank @Size(max = 200) String id,
        @Schema(description = "When the interaction took place, with any offset.") @NotNull Instant interactionAt,
        @NotNull @Size(min = 1, max = 200) List<@NotNull @Valid ResponseAnswer> answers,
        @Pattern(regexp = Ids.PATTERN) @Nullable String channel,
        @Pattern(regexp = Ids.PATTERN) @Nullable String touchpoint,
        @Pattern(regexp = Ids.PATTERN) @Nullable String group,
        @Size(min = 1, max = 200) @Nullable String location,
        @Size(min = 1, max = 200) @Nullable String department,
        @Pattern(regexp = Ids.PATTERN) @Nullable String journey,
        @Pattern(regexp = Ids.PATTERN) @Nullable String pilot) {

    /** A mark for one question. */
    @Schema(name = "ResponseAnswer")
    record ResponseAnswer(@NotNull @Size(max = 200) String question, @NotNull BigDecimal value) {
        Answer answer() {
            return new Answer(question, Decimals.canonical(value));
        }
    }

    /** The event, once {@link ResponseRules} found nothing wrong with it. */
    ResponseReceived received(SurveyEvent.DrawnUp survey, Instant now) {
        Circumstances circumstances = new Circumstances(
                channel == null ? survey.channel() : Ids.canonical(channel),
                touchpoint == null ? survey.touchpoint() : Ids.canonical(touchpoint),
                Ids.canonicalOrNull(group), location, department, Ids.canonicalOrNull(journey),
                Ids.canonicalOrNull(pilot));
        return new ResponseReceived(survey.survey(), interactionAt,
                answers.stream().map(ResponseAnswer::answer).toList(), circumstances, now);
    }
}
