package io.serviceconcept.indicator;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.Scale;

/** What happened to an indicator. */
public sealed interface IndicatorEvent {

    /**
     * An indicator was defined, or defined anew: a later version is in use instead of those before, which can still be
     * read by.
     *
     * @param version of the definition, from 1
     * @param scale of the marks that feed it: of a {@link IndicatorKind#SHARE} 0 and 1; null where answers feed it not
     * @param minimumN fewer responses give no verdict
     * @param satisfactionOf the concept of which this is the satisfaction indicator
     * @param locations from which every day is expected; empty when none are named
     * @param cutOff of a {@link IndicatorKind#TOP_BOX}: the lowest mark that counts
     * @param change of a {@link IndicatorKind#RATE_OF_CHANGE}: what changes
     */
    record Defined(String indicator, int version, String name, String unit, Better better, Audience audience,
            IndicatorKind kind, @Nullable Scale scale, int minimumN, @Nullable String satisfactionOf,
            @Nullable Anchors anchors, List<String> locations, @Nullable BigDecimal cutOff,
            @Nullable ChangeOf change) implements IndicatorEvent {

        public Defined {
            locations = List.copyOf(locations);
        }

        /** Without what only some kinds have. */
        public Defined(String indicator, int version, String name, String unit, Better better, Audience audience,
                IndicatorKind kind, @Nullable Scale scale, int minimumN, @Nullable String satisfactionOf,
                @Nullable Anchors anchors, List<String> locations) {
            this(indicator, version, name, unit, better, audience, kind, scale, minimumN, satisfactionOf, anchors, locations,
                    null, null);
        }

        /** The same as another version. */
        Defined inVersion(int other) {
            return new Defined(indicator, other, name, unit, better, audience, kind, scale, minimumN, satisfactionOf, anchors,
                    locations, cutOff, change);
        }

        /** Whether both are about the same values, so that what was given to one can be counted by the other. */
        boolean countsTheSameAs(Defined other) {
            Scale others = other.scale;
            boolean sameScale = scale == null || others == null ? scale == others : scale.sameAs(others);
            return sameScale && (kind == other.kind || kind.countsMarks() && other.kind.countsMarks());
        }
    }
}
