package io.serviceconcept.volume;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.intake.Ids;
import io.serviceconcept.volume.VolumeEvent.VolumeReported;
import io.serviceconcept.volume.VolumeEvent.Volumes;

/** The volumes of a survey over some days, as a sender pushes them. */
@Schema(name = "NewVolume")
record NewVolume(
        @NotNull LocalDate from,
        @Schema(description = "The last day.") @NotNull LocalDate to,
        @Schema(description = "All channels together unless told.") @Pattern(regexp = Ids.PATTERN) @Nullable String channel,
        @Schema(description = "Who could have been asked.") @Min(0) @Max(NewVolume.MOST) @Nullable Long customers,
        @Schema(description = "Who were asked.") @Min(0) @Max(NewVolume.MOST) @Nullable Long offered,
        @Schema(description = "Who answered, where it is not counted here.") @Min(0) @Max(NewVolume.MOST) @Nullable Long answered) {

    static final long MOST = 1_000_000_000_000L;

    /** The event, once {@link VolumeRules} found nothing wrong with it. */
    VolumeReported reported(String survey, Instant now) {
        return new VolumeReported(survey, from, to, Ids.canonicalOrNull(channel),
                new Volumes(customers, offered, answered), now);
    }
}
