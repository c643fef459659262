package io.serviceconcept.evaluation.measurements;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** The records of measurement-service with the fields used here. What is required is checked, or the record is parked. */
sealed interface MeasurementEvent {

    record IndicatorDefined(String indicator, int version, String name, String unit, @Nullable String better,
            @Nullable String audience, @Nullable String kind, @Nullable ScaleData scale, @Nullable Integer minimumN,
            @Nullable String satisfactionOf, @Nullable AnchorsData anchors, @Nullable BigDecimal cutOff,
            @Nullable ChangeData change) implements MeasurementEvent {
        public IndicatorDefined {
            Objects.requireNonNull(indicator);
            Objects.requireNonNull(name);
            Objects.requireNonNull(unit);
        }
    }

    record ScaleData(BigDecimal min, BigDecimal max) {
        public ScaleData {
            Objects.requireNonNull(min);
            Objects.requireNonNull(max);
        }
    }

    record ChangeData(String indicator, int baselineYear) {
        public ChangeData {
            Objects.requireNonNull(indicator);
        }
    }

    /** The marks that stand for the fits 0, 3 and 4. */
    record AnchorsData(BigDecimal lowest, BigDecimal norm, BigDecimal highest) {
        public AnchorsData {
            Objects.requireNonNull(lowest);
            Objects.requireNonNull(norm);
            Objects.requireNonNull(highest);
        }
    }

    record ResultReleased(String indicator, PeriodData period, SliceData slice, String state, @Nullable Long n,
            @Nullable BigDecimal figure, @Nullable IntervalData interval, long revision) implements MeasurementEvent {
        public ResultReleased {
            Objects.requireNonNull(indicator);
            Objects.requireNonNull(period);
            Objects.requireNonNull(slice);
            Objects.requireNonNull(state);
        }
    }

    record TargetJudged(String concept, int edition, String objective, PeriodData period, @Nullable Long n,
            @Nullable BigDecimal figure, @Nullable IntervalData interval, @Nullable BigDecimal change,
            @Nullable BaselineData baseline, @Nullable LocalDate through, String verdict, boolean provisional,
            long revision, Instant judgedAt) implements MeasurementEvent {
        public TargetJudged {
            Objects.requireNonNull(concept);
            Objects.requireNonNull(objective);
            Objects.requireNonNull(period);
            Objects.requireNonNull(verdict);
            Objects.requireNonNull(judgedAt);
        }
    }

    record MeasurementOverdue(String concept, int edition, String objective, PeriodData period, LocalDate due)
            implements
                MeasurementEvent {
        public MeasurementOverdue {
            Objects.requireNonNull(concept);
            Objects.requireNonNull(objective);
            Objects.requireNonNull(period);
            Objects.requireNonNull(due);
        }
    }

    record PeriodData(String kind, String label, LocalDate from, LocalDate to) {
        public PeriodData {
            Objects.requireNonNull(kind);
            Objects.requireNonNull(label);
            Objects.requireNonNull(from);
            Objects.requireNonNull(to);
        }
    }

    record SliceData(String dimension, @Nullable String key) {
        public SliceData {
            Objects.requireNonNull(dimension);
        }
    }

    record IntervalData(@Nullable BigDecimal low, @Nullable BigDecimal high) {
    }

    record BaselineData(@Nullable String label, @Nullable BigDecimal figure) {
    }
}
