package io.serviceconcept.observation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.intake.Received;
import io.serviceconcept.intake.Withdrawn;

/** What happened to an observation. */
public sealed interface ObservationEvent {

    String indicator();

    /** What an observation says, as it came first. */
    sealed interface Content extends ObservationEvent, Received {

        String source();

        LocalDate from();

        LocalDate to();

        BigDecimal value();
    }

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
            @Nullable BigDecimal of) implements Content {

        @Override
        public boolean sameAs(Received other) {
            return Corrected.said(other) instanceof Counted counted && equals(new Counted(counted.indicator, counted.source,
                    counted.from,
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
            Instant receivedAt) implements Content {

        @Override
        public boolean sameAs(Received other) {
            return Corrected.said(other) instanceof Reported reported && equals(
                    new Reported(reported.indicator, reported.source, reported.from, reported.to, reported.value,
                            reported.n, reported.channel, reported.group, reported.location, receivedAt));
        }
    }

    /**
     * What was observed turned out to be something else. All of it is told again, with the time it came first.
     *
     * @param counted null when it is a reported figure now
     * @param reported null when it was counted
     */
    record Corrected(@Nullable Counted counted, @Nullable Reported reported,
            Instant correctedAt) implements ObservationEvent, Received {

        public Corrected {
            if ((counted == null) == (reported == null)) {
                throw new IllegalArgumentException("it is either counted or reported");
            }
        }

        /**
         * @param content as it came now
         * @param receivedAt when the observation came first
         */
        static Corrected to(Content content, Instant receivedAt) {
            return switch (content) {
                case Counted c -> new Corrected(new Counted(c.indicator, c.source, c.from, c.to, c.value, c.channel, c.group,
                        c.location, receivedAt, c.of), null, c.receivedAt);
                case Reported r -> new Corrected(null, new Reported(r.indicator, r.source, r.from, r.to, r.value, r.n,
                        r.channel, r.group, r.location, receivedAt), r.receivedAt);
            };
        }

        /** What it says from now on. */
        public Content content() {
            return counted == null ? Objects.requireNonNull(reported) : counted;
        }

        @Override
        public String indicator() {
            return content().indicator();
        }

        @Override
        public Instant receivedAt() {
            return content().receivedAt();
        }

        @Override
        public boolean sameAs(Received other) {
            return content().sameAs(other);
        }

        private static Received said(Received received) {
            return received instanceof Corrected corrected ? corrected.content() : received;
        }
    }

    /** The observation does not count any more. */
    record Retracted(String indicator, Instant retractedAt) implements ObservationEvent, Withdrawn {
    }
}
