package io.serviceconcept.concepts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.PeriodKind;
import io.serviceconcept.objective.Comparison;
import io.serviceconcept.objective.Measure;

/**
 * {@code concept.edition-adopted.v1} as far as this service uses it. What judging relies on is checked here, so that a
 * record without it is parked and never stops the release of results.
 */
record EditionAdopted(String concept, int edition, LocalDate inForceFrom, List<AdoptedObjective> objectives,
        @Nullable List<AdoptedServiceLevel> serviceLevels, @Nullable List<AdoptedChannel> channels) {

    EditionAdopted {
        Objects.requireNonNull(concept, "concept");
        Objects.requireNonNull(inForceFrom, "inForceFrom");
        objectives = List.copyOf(objectives);
        // an edition of before they were told has none
        serviceLevels = serviceLevels == null ? List.of() : List.copyOf(serviceLevels);
        channels = channels == null ? List.of() : List.copyOf(channels);
    }

    /** A channel and the layer of the pyramid it is in. */
    record AdoptedChannel(@Nullable String id, @Nullable String layer) {
    }

    /** All that is judged: a promise to customers is a target like any other. */
    List<AdoptedObjective> targets() {
        return Stream
                .concat(objectives.stream(), Objects.requireNonNull(serviceLevels).stream().map(AdoptedServiceLevel::target))
                .toList();
    }

    /** A promise with a norm. */
    record AdoptedServiceLevel(String id, String indicator, AdoptedTarget norm, PeriodKind window,
            @Nullable AdoptedSlice slice) {

        AdoptedObjective target() {
            return new AdoptedObjective(id, indicator, norm, window, slice);
        }
    }

    record AdoptedObjective(String id, String indicator, AdoptedTarget target, PeriodKind window,
            @Nullable AdoptedSlice slice) {

        AdoptedObjective {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(indicator, "indicator");
            Objects.requireNonNull(target, "target");
            if (!EnumSet.of(PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.YEAR).contains(window)) {
                throw new IllegalArgumentException("a window is a month, a quarter or a year");
            }
        }
    }

    record AdoptedTarget(Comparison comparison, BigDecimal value, @Nullable Measure measure,
            @Nullable Integer baselineYear) {

        AdoptedTarget {
            Objects.requireNonNull(comparison, "comparison");
            Objects.requireNonNull(value, "value");
            if (measure == Measure.CHANGE && baselineYear == null) {
                throw new IllegalArgumentException("a change has a baseline year");
            }
        }

        Measure measureOrFigure() {
            return measure == null ? Measure.FIGURE : measure;
        }
    }

    record AdoptedSlice(String dimension, @Nullable String key) {

        AdoptedSlice {
            Objects.requireNonNull(dimension, "dimension");
        }
    }
}
