package io.serviceconcept.invitation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.http.InvalidInput;
import io.serviceconcept.eventsourcing.http.Violation;
import io.serviceconcept.intake.Ids;
import io.serviceconcept.invitation.InvitationEvent.InvitationsIssued;
import io.serviceconcept.response.ResponseEvent.Circumstances;
import io.serviceconcept.survey.SurveyVersion;

/** Invitations to issue. */
@Schema(name = "NewInvitations")
record NewInvitations(
        @Schema(description = "How many; each is for one response.") @NotNull @Min(1) @Max(1_000) Integer count,
        @Schema(description = "No answer is taken from then on; at most a year away.") @NotNull Instant expiresAt,
        @Schema(description = "The interaction that is asked about; now unless told.") @Nullable Instant interactionAt,
        @Schema(description = "Of every response; the survey's own unless told.") @Pattern(regexp = Ids.PATTERN) @Nullable String channel,
        @Schema(description = "Of every response; the survey's own unless told.") @Pattern(regexp = Ids.PATTERN) @Nullable String touchpoint,
        @Pattern(regexp = Ids.PATTERN) @Nullable String group,
        @Size(min = 1, max = 200) @Nullable String location,
        @Size(min = 1, max = 200) @Nullable String department,
        @Pattern(regexp = Ids.PATTERN) @Nullable String journey,
        @Pattern(regexp = Ids.PATTERN) @Nullable String pilot) {

    /**
     * @param first version of the survey
     * @throws InvalidInput listing every time that does not fit
     */
    InvitationsIssued issued(String batch, SurveyVersion first, Instant now, Duration longest) {
        Instant at = interactionAt == null ? now : interactionAt;
        List<Violation> violations = new ArrayList<>();
        if (!expiresAt.isAfter(now)) {
            violations.add(new Violation("/expiresAt", "lies not in the future"));
        }
        if (expiresAt.isAfter(now.plus(longest))) {
            violations.add(new Violation("/expiresAt", "lies more than " + longest.toDays() + " days away"));
        }
        if (at.isAfter(now)) {
            violations.add(new Violation("/interactionAt", "lies in the future"));
        }
        if (at.isBefore(first.inUseFrom())) {
            violations.add(
                    new Violation("/interactionAt", "lies before the survey came into use, " + first.inUseFrom()));
        }
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
        return new InvitationsIssued(batch, first.survey(), count, expiresAt, at,
                new Circumstances(Ids.canonicalOrNull(channel), Ids.canonicalOrNull(touchpoint),
                        Ids.canonicalOrNull(group), location, department, Ids.canonicalOrNull(journey),
                        Ids.canonicalOrNull(pilot)),
                now);
    }
}
