package io.serviceconcept.concept;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An indicator with a target. In a draft the indicator, target, window and due date may still be missing.
 *
 * @param indicator the id of an indicator of measurement-service
 * @param window the period over which the figure is judged
 * @param slice what part of the answers counts; null for all
 * @param weight beside the other objectives, 0 or more
 */
public record Objective(String id, String name, @Nullable String indicator, @Nullable Target target,
        @Nullable ObjectiveWindow window, @Nullable Slice slice, @Nullable LocalDate dueDate, @Nullable BigDecimal weight,
        String owner) implements Part {

    /**
     * @param value a figure in the indicator's unit, or for {@link TargetMeasure#CHANGE} a percentage:
     *        (current − baseline) ÷ baseline × 100
     * @param baselineYear the year whose same calendar period is the baseline; only for {@link TargetMeasure#CHANGE}
     */
    public record Target(TargetComparison comparison, BigDecimal value, TargetMeasure measure, @Nullable Integer baselineYear) {
    }

    /** Both include equality. */
    public enum TargetComparison {
        AT_LEAST,
        AT_MOST
    }

    /** What is compared: the figure itself, or its change since the baseline year. */
    public enum TargetMeasure {
        FIGURE,
        CHANGE
    }

    public enum ObjectiveWindow {
        MONTH,
        QUARTER,
        YEAR
    }

    /**
     * @param key the id of what the dimension names, two ids with a bar between them for a pair; null for ALL
     */
    public record Slice(ObjectiveDimension dimension, @Nullable String key) {

        /** The parts of the concept that a slice names. */
        static List<Reference> references(@Nullable Slice slice) {
            if (slice == null || slice.key() == null) {
                return List.of();
            }
            List<PartKind> kinds = slice.dimension().parts();
            String[] ids = slice.key().split("\\|", -1);
            List<Reference> references = new ArrayList<>();
            for (int i = 0; i < kinds.size(); i++) {
                references.add(new Reference(kinds.get(i), i < ids.length ? ids[i] : "", "/slice/key"));
            }
            return references;
        }
    }

    /** The dimensions along which results are cut. */
    public enum ObjectiveDimension {
        ALL,
        CHANNEL,
        LAYER,
        GROUP,
        TOUCHPOINT,
        JOURNEY,
        SERVICE,
        NEED,
        LOCATION,
        DEPARTMENT,
        NEED_CHANNEL,
        NEED_GROUP;

        /** The parts of a concept that a key of this dimension names, in order. */
        List<PartKind> parts() {
            return switch (this) {
                case CHANNEL -> List.of(PartKind.CHANNEL);
                case LAYER -> List.of(PartKind.LAYER);
                case SERVICE -> List.of(PartKind.SERVICE);
                case GROUP -> List.of(PartKind.CUSTOMER_GROUP);
                case NEED -> List.of(PartKind.NEED);
                case NEED_CHANNEL -> List.of(PartKind.NEED, PartKind.CHANNEL);
                case NEED_GROUP -> List.of(PartKind.NEED, PartKind.CUSTOMER_GROUP);
                case ALL, TOUCHPOINT, JOURNEY, LOCATION, DEPARTMENT -> List.of();
            };
        }
    }

    @Override
    public PartKind partKind() {
        return PartKind.OBJECTIVE;
    }

    @Override
    public List<Reference> references() {
        return Slice.references(slice);
    }
}
