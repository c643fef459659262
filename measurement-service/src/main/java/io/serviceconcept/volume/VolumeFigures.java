package io.serviceconcept.volume;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.volume.VolumeEvent.Volumes;

/** What a correction puts in the place of what was told before. */
@Schema(name = "VolumeFigures")
record VolumeFigures(
        @Schema(description = "Who could have been asked.") @Min(0) @Max(NewVolume.MOST) @Nullable Long customers,
        @Schema(description = "Who were asked.") @Min(0) @Max(NewVolume.MOST) @Nullable Long offered,
        @Schema(description = "Who answered, where it is not counted here.") @Min(0) @Max(NewVolume.MOST) @Nullable Long answered) {

    Volumes volumes() {
        return new Volumes(customers, offered, answered);
    }
}
