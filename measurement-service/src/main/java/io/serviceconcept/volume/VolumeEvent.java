package io.serviceconcept.volume;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.intake.Received;

/** What happened to the volumes of a survey over some days, through one channel or all. */
public sealed interface VolumeEvent extends Received {

    String survey();

    /** The first day. */
    LocalDate from();

    /** The last day. */
    LocalDate to();

    /** Null for all channels together. */
    @Nullable
    String channel();

    Volumes volumes();

    @Override
    default boolean sameAs(Received other) {
        return other instanceof VolumeEvent volume && survey().equals(volume.survey()) && from().equals(volume.from())
                && to().equals(volume.to()) && Objects.equals(channel(), volume.channel())
                && volumes().equals(volume.volumes());
    }

    record VolumeReported(String survey, LocalDate from, LocalDate to, @Nullable String channel, Volumes volumes,
            Instant receivedAt) implements VolumeEvent {
    }

    /** All of it is told again. */
    record VolumeCorrected(String survey, LocalDate from, LocalDate to, @Nullable String channel, Volumes volumes,
            Instant receivedAt) implements VolumeEvent {
    }

    /**
     * What is null is not known.
     *
     * @param customers who could have been asked
     * @param offered who were asked
     * @param answered who answered, where it is not counted here
     */
    record Volumes(@Nullable Long customers, @Nullable Long offered, @Nullable Long answered) {
    }
}
