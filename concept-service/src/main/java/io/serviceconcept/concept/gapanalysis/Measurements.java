package io.serviceconcept.concept.gapanalysis;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What customers say, on the scale of fits.
 *
 * @param channels by need and channel
 * @param groups by need and group
 */
record Measurements(Map<String, Map<String, Measurement>> channels, Map<String, Map<String, Measurement>> groups) {

    static final Measurements NONE = new Measurements(Map.of(), Map.of());

    /**
     * Satisfaction in the latest month of which a figure was released, through the anchors of the indicator.
     *
     * @param fit 0–4
     * @param low of its interval of 95 %, 0–4; null when it has none
     * @param high as low
     * @param n how many answers it rests on
     * @param from the first day of the month
     */
    record Measurement(BigDecimal fit, @Nullable BigDecimal low, @Nullable BigDecimal high, @Nullable Long n,
            String month, LocalDate from) {

        /** Whether the interval excludes a fit by a full point. */
        boolean contradicts(BigDecimal assessed) {
            return low != null && low.subtract(assessed).compareTo(BigDecimal.ONE) >= 0
                    || high != null && assessed.subtract(high).compareTo(BigDecimal.ONE) >= 0;
        }
    }

    /** How many there are. */
    int pairs() {
        return Stream.concat(channels.values().stream(), groups.values().stream()).mapToInt(Map::size).sum();
    }

    @Nullable
    Measurement ofChannel(String need, String channel) {
        return channels.getOrDefault(need, Map.of()).get(channel);
    }

    @Nullable
    Measurement ofGroup(String need, String group) {
        return groups.getOrDefault(need, Map.of()).get(group);
    }

    /** Gathers measurements of pairs; the latest month of a pair counts. */
    static final class Gathered {

        private final Map<String, Map<String, Measurement>> channels = new HashMap<>();
        private final Map<String, Map<String, Measurement>> groups = new HashMap<>();

        void ofChannel(String need, String channel, Measurement measurement) {
            put(channels, need, channel, measurement);
        }

        void ofGroup(String need, String group, Measurement measurement) {
            put(groups, need, group, measurement);
        }

        Measurements measurements() {
            return new Measurements(channels, groups);
        }

        private static void put(Map<String, Map<String, Measurement>> pairs, String need, String other,
                Measurement measurement) {
            pairs.computeIfAbsent(need, key -> new HashMap<>()).merge(other, measurement,
                    (one, two) -> one.from().isBefore(two.from()) ? two : one);
        }
    }
}
