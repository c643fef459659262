package io.serviceconcept.evaluation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.Channel;
import io.serviceconcept.concept.ChannelStatus;
import io.serviceconcept.concept.ConceptEvent;
import io.serviceconcept.concept.ConceptEvent.ChannelStatusChanged;
import io.serviceconcept.concept.ConceptEvent.ConceptRetired;
import io.serviceconcept.concept.ConceptEvent.EditionAdopted;
import io.serviceconcept.concept.ConceptEvent.PartAdded;

/**
 * The edition that is in force on a day, and the status that each channel has now: a status changes without an edition.
 */
record EditionInForce(EditionAdopted edition, Map<String, ChannelStatus> statuses) {

    /**
     * The last edition whose first day has come; empty when none has. Of a concept that is retired it is the last one whose
     * first day had come when it was.
     *
     * @param events of one concept, in order
     */
    static Optional<EditionInForce> on(LocalDate today, List<ConceptEvent> events) {
        LocalDate day = lastDay(events).filter(last -> last.isBefore(today)).orElse(today);
        @Nullable
        EditionAdopted inForce = null;
        Map<String, ChannelStatus> statuses = new HashMap<>();
        for (ConceptEvent event : events) {
            switch (event) {
                case EditionAdopted adopted when !adopted.inForceFrom().isAfter(day) -> inForce = adopted;
                case ChannelStatusChanged changed -> statuses.put(changed.channel(), changed.status());
                case PartAdded added when added.part() instanceof Channel channel -> statuses.put(channel.id(),
                        channel.status());
                default -> {
                }
            }
        }
        return Optional.ofNullable(inForce).map(edition -> new EditionInForce(edition, Map.copyOf(statuses)));
    }

    private static Optional<LocalDate> lastDay(List<ConceptEvent> events) {
        return events.stream().filter(ConceptRetired.class::isInstance).map(ConceptRetired.class::cast)
                .map(ConceptRetired::retiredOn).findFirst();
    }

    ChannelStatus status(Channel channel) {
        return statuses.getOrDefault(channel.id(), channel.status());
    }
}
