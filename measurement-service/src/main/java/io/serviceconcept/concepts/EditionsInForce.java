package io.serviceconcept.concepts;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Which edition of a concept was in force on a day, as far as it is known here. */
public record EditionsInForce(List<InForce> editions, Map<String, LocalDate> retired) {

    public static final EditionsInForce NONE = new EditionsInForce(List.of(), Map.of());

    private static final Comparator<InForce> LATER = Comparator.comparing(InForce::from).thenComparing(InForce::edition);

    public EditionsInForce {
        editions = List.copyOf(editions);
        retired = Map.copyOf(retired);
    }

    /**
     * An edition and the layers of its channels.
     *
     * @param from the first day on which it is in force, unless a later one is
     */
    public record InForce(String concept, int edition, LocalDate from, Map<String, String> layers) {

        public InForce {
            layers = Map.copyOf(layers);
        }

        /** Null for a channel that the edition does not have. */
        public @Nullable String layer(@Nullable String channel) {
            return channel == null ? null : layers.get(channel);
        }

        /** The concept and the number, as the key of a slice. */
        public String key() {
            return concept + '|' + edition;
        }
    }

    /** Of a concept that is over no edition is in force. */
    public Optional<InForce> on(String concept, LocalDate day) {
        LocalDate last = retired.get(concept);
        if (last != null && day.isAfter(last)) {
            return Optional.empty();
        }
        return editions.stream().filter(edition -> edition.concept().equals(concept) && !day.isBefore(edition.from()))
                .max(LATER);
    }

    /** The edition in force of the concept that has the channel; of several the one that took force last. */
    public Optional<InForce> withChannel(String channel, LocalDate day) {
        return editions.stream().map(InForce::concept).distinct().flatMap(concept -> on(concept, day).stream())
                .filter(edition -> edition.layer(channel) != null).max(LATER);
    }
}
