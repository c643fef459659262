package io.serviceconcept.volume;

import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Volumes as the API shows them. */
@Schema(name = "VolumeView")
record VolumeView(
        @Schema(description = "Follows from survey, days and channel.") String id, LocalDate from, LocalDate to,
        @Schema(description = "Absent for all channels together.") @Nullable String channel, @Nullable Long customers,
        @Nullable Long offered,
        @Schema(description = "Absent where it is counted here.") @Nullable Long answered) {

    static VolumeView of(String id, VolumeEvent.Told volume) {
        return new VolumeView(id, volume.from(), volume.to(), volume.channel(), volume.volumes().customers(),
                volume.volumes().offered(), volume.volumes().answered());
    }
}
