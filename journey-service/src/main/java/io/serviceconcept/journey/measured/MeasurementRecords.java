package io.serviceconcept.journey.measured;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** What this service reads of the contracts of measurement-service. A record without a field it needs cannot be used. */
final class MeasurementRecords {

    private MeasurementRecords() {
    }

    /** {@code satisfactionOf} is the concept of which it is the satisfaction, null for other indicators. */
    record IndicatorDefined(UUID indicator, String name, String unit, @Nullable UUID satisfactionOf) {
        IndicatorDefined {
            Objects.requireNonNull(indicator, "indicator");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(unit, "unit");
        }
    }

    /** A hidden result has neither n nor figure. */
    record ResultReleased(UUID indicator, Period period, Slice slice, String state, @Nullable Long n,
            @Nullable BigDecimal figure, @Nullable Interval interval, @Nullable Boolean open, @Nullable Long revision,
            Instant releasedAt) {
        ResultReleased {
            Objects.requireNonNull(indicator, "indicator");
            Objects.requireNonNull(period, "period");
            Objects.requireNonNull(slice, "slice");
            Objects.requireNonNull(state, "state");
            Objects.requireNonNull(open, "open");
            Objects.requireNonNull(revision, "revision");
            Objects.requireNonNull(releasedAt, "releasedAt");
        }
    }

    record Period(String kind, String label, LocalDate from, LocalDate to) {
        Period {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
        }
    }

    record Slice(String dimension, @Nullable String key) {
        Slice {
            Objects.requireNonNull(dimension, "dimension");
        }
    }

    record Interval(BigDecimal low, BigDecimal high) {
        Interval {
            Objects.requireNonNull(low, "low");
            Objects.requireNonNull(high, "high");
        }
    }
}
