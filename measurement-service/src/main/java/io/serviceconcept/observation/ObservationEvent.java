package io.serviceconcept.observation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.intake.Received;

/** What happened to an observation. */
public sealed interface ObservationEvent extends Received {

    /**
     * Something was counted or timed.
     *
     * @param source the system that counted
     * @param from the first day
     * @param to the last day
     * @param value how many, how much, or how long
     * @param of of how many: the denominator of a share, the number of those that took a time in all; null where it is none,
     *        and for a single time
     */
    record Counted(String indicator, String source, LocalDate from, LocalDate to, BigDecimal value, @Nullable String channel,
            @Nullable String group, @Nullable String location, Instant receivedAt,
            @Nullable BigDecimal of) implements ObservationEvent {

        @Override
        public boolean sameAs(Received other) {
            return other instanceof Counted counted && equals(new Counted(counted.indicator, counted.source, counted.from,
                    counted.to, counted.value, counted.channel, counted.group, counted.location, receivedAt, counted.of));
        }
    }

    /**
     * A figure that somebody else computed was taken over.
     *
     * @param value the figure
     * @param n the number of responses behind it, null when not told
     */
    record Reported(String indicator, String source, LocalDate from, LocalDate to, BigDecimal value, @Nullable Long n,
            @Nullable String channel, @Nullable String group, @Nullable String location,
            Instant receivedAt) implements ObservationEvent {

        @Override
        public boolean sameAs(Received other) {
            return other instanceof Reported reported && equals(
                    new Reported(reported.indicator, reported.source, reported.from, reported.to, reported.value,
                            reported.n, reported.channel, reported.group, reported.location, receivedAt));
        }
    }
}
