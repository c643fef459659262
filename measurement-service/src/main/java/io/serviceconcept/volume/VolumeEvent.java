package io.serviceconcept.volume;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.intake.Received;
import io.serviceconcept.intake.Withdrawn;

/** What happened to the volumes of a survey over some days, through one channel or all. */
public sealed interface VolumeEvent {

    String survey();

    /** The first day. */
    LocalDate from();

    /** The last day. */
    LocalDate to();

    /** Null for all channels together. */
    @Nullable
    String channel();

    /** What the volumes were told to be. */
    sealed interface Told extends VolumeEvent, Received {

        Volumes volumes();

        @Override
        default boolean sameAs(Received other) {
            return other instanceof Told told && survey().equals(told.survey()) && from().equals(told.from())
                    && to().equals(told.to()) && Objects.equals(channel(), told.channel())
                    && volumes().equals(told.volumes());
        }
    }

    record VolumeReported(String survey, LocalDate from, LocalDate to, @Nullable String channel, Volumes volumes,
            Instant receivedAt) implements Told {
    }

    /** All of it is told again. */
    record VolumeCorrected(String survey, LocalDate from, LocalDate to, @Nullable String channel, Volumes volumes,
            Instant receivedAt) implements Told {
    }

    /** The volumes do not count any more. */
    record VolumeRetracted(String survey, LocalDate from, LocalDate to, @Nullable String channel,
            Instant retractedAt) implements VolumeEvent, Withdrawn {
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
