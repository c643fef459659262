package io.serviceconcept.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.Dimension;
import io.serviceconcept.figure.PeriodKind;
import io.serviceconcept.figure.Slice;

/** {@code concept.edition-adopted.v1} as far as plans follow from it. */
record PlannedEdition(String concept, int edition, LocalDate inForceFrom, List<PlannedTarget> objectives,
        @Nullable List<PlannedTarget> serviceLevels) {

    PlannedEdition {
        Objects.requireNonNull(concept, "concept");
        Objects.requireNonNull(inForceFrom, "inForceFrom");
        objectives = List.copyOf(objectives);
        // an edition of before they were told has none
        serviceLevels = serviceLevels == null ? List.of() : List.copyOf(serviceLevels);
    }

    Stream<PlannedTarget> targets() {
        return Stream.concat(objectives.stream(), Objects.requireNonNull(serviceLevels).stream());
    }

    /** An objective or a service level. */
    record PlannedTarget(String id, @Nullable String name, String indicator, PeriodKind window,
            @Nullable PlannedSlice slice, @Nullable String owner) {

        PlannedTarget {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(indicator, "indicator");
            Objects.requireNonNull(window, "window");
        }

        Slice of() {
            if (slice == null) {
                return Slice.ALL;
            }
            Dimension dimension = Dimension.valueOf(slice.dimension().toUpperCase(Locale.ROOT));
            return dimension == Dimension.ALL ? Slice.ALL : Slice.of(dimension, slice.key());
        }
    }

    record PlannedSlice(String dimension, @Nullable String key) {
    }
}
