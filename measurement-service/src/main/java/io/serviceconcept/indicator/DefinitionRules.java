package io.serviceconcept.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.http.Violation;
import io.serviceconcept.figure.Scale;

/** What the fields of a definition must keep to together: each kind needs its own, and has no use for others'. */
final class DefinitionRules {

    private static final Scale RECOMMENDATION = new Scale(BigDecimal.ZERO, BigDecimal.TEN);
    private static final Scale EFFORT = new Scale(BigDecimal.ONE, BigDecimal.valueOf(7));
    private static final Scale NO_OR_YES = new Scale(BigDecimal.ZERO, BigDecimal.ONE);

    private final IndicatorKind kind;
    private final List<Violation> violations = new ArrayList<>();

    DefinitionRules(IndicatorKind kind) {
        this.kind = kind;
    }

    List<Violation> violations() {
        return violations;
    }

    /** The scale of the marks that feed the kind: the one told, or the only one there is. */
    @Nullable
    Scale scale(@Nullable Scale told) {
        return switch (kind) {
            case MEAN, TOP_BOX -> told;
            case NPS -> RECOMMENDATION;
            case CES -> EFFORT;
            case SHARE -> NO_OR_YES;
            case COUNT, SUM, DURATION, RATE_OF_CHANGE -> null;
        };
    }

    void check(@Nullable Scale told, @Nullable Anchors anchors, @Nullable BigDecimal cutOff, @Nullable ChangeOf change,
            List<String> locations) {
        checkScale(told);
        checkAnchors(told, anchors);
        checkCutOff(told, cutOff);
        if (change == null && kind == IndicatorKind.RATE_OF_CHANGE) {
            refuse("/change", "a RATE_OF_CHANGE says of what");
        } else if (change != null && kind != IndicatorKind.RATE_OF_CHANGE) {
            refuse("/change", "only a RATE_OF_CHANGE is the change of another indicator");
        }
        if (!locations.isEmpty() && !kind.expectsLocations()) {
            refuse("/locations", "only a COUNT, a SUM or a SHARE expects locations");
        }
        if (new LinkedHashSet<>(locations).size() < locations.size()) {
            refuse("/locations", "a location is named once");
        }
    }

    /** @param pointer to what would have to be something else */
    void checkSatisfaction(@Nullable String satisfactionOf, String pointer) {
        if (satisfactionOf != null && kind != IndicatorKind.MEAN) {
            refuse(pointer, "satisfaction is a MEAN");
        }
    }

    private void checkScale(@Nullable Scale told) {
        boolean free = kind == IndicatorKind.MEAN || kind == IndicatorKind.TOP_BOX;
        Scale only = scale(told);
        if (told == null) {
            if (free) {
                refuse("/scale", "a " + kind + " has a scale");
            }
        } else if (only == null) {
            refuse("/scale", "a " + kind + " has no scale");
        } else if (!told.sameAs(only)) {
            refuse("/scale", "a " + kind + " has marks from " + only.min() + " to " + only.max());
        } else if (told.min().compareTo(told.max()) >= 0) {
            refuse("/scale/max", "must be more than min");
        }
    }

    private void checkAnchors(@Nullable Scale marks, @Nullable Anchors anchors) {
        if (anchors == null) {
            return;
        }
        if (kind != IndicatorKind.MEAN) {
            refuse("/anchors", "only a MEAN has anchors");
            return;
        }
        if (!anchors.inOrder()) {
            refuse("/anchors", "lowest, norm and highest must go one way");
        }
        if (marks != null && !(marks.holds(anchors.lowest()) && marks.holds(anchors.norm())
                && marks.holds(anchors.highest()))) {
            refuse("/anchors", "must lie on the scale");
        }
    }

    private void checkCutOff(@Nullable Scale marks, @Nullable BigDecimal cutOff) {
        if (kind != IndicatorKind.TOP_BOX) {
            if (cutOff != null) {
                refuse("/cutOff", "only a TOP_BOX has a cut-off");
            }
        } else if (cutOff == null) {
            refuse("/cutOff", "a TOP_BOX says from which mark on it counts");
        } else if (marks != null && !marks.holds(cutOff)) {
            refuse("/cutOff", "must lie on the scale");
        }
    }

    private void refuse(String pointer, String message) {
        violations.add(new Violation(pointer, message));
    }
}
