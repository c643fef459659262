package io.serviceconcept.concept.gapanalysis;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import io.serviceconcept.concept.ChannelStatus;
import io.serviceconcept.eventsourcing.http.InvalidInput;

/** Which channels count: those that are open now, or also those that are to come. */
enum Scope {
    EXISTING(EnumSet.of(ChannelStatus.ACTIVE)),
    PLANNED(EnumSet.of(ChannelStatus.ACTIVE, ChannelStatus.PLANNED, ChannelStatus.PILOT));

    private final Set<ChannelStatus> statuses;

    Scope(Set<ChannelStatus> statuses) {
        this.statuses = statuses;
    }

    static Optional<Scope> parse(String word) {
        return Arrays.stream(values()).filter(scope -> scope.word().equals(word)).findFirst();
    }

    /**
     * @throws InvalidInput when the word of a request is neither
     */
    static Scope asked(String status) {
        return parse(status).orElseThrow(() -> new InvalidInput("?status", "is existing or planned"));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean includes(ChannelStatus status) {
        return statuses.contains(status);
    }
}
