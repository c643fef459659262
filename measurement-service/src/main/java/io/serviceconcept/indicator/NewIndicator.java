package io.serviceconcept.indicator;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.http.InvalidInput;
import io.serviceconcept.eventsourcing.http.Violation;
import io.serviceconcept.figure.Scale;
import io.serviceconcept.intake.Ids;
import io.serviceconcept.intake.MarkScale;

/** An indicator to define. */
@Schema(name = "NewIndicator")
record NewIndicator(
        @NotBlank @Size(max = 200) String name,
        @NotBlank @Size(max = 50) String unit,
        @NotNull Better better,
        @NotNull Audience audience,
        @NotNull IndicatorKind kind,
        @Schema(description = "The lowest and highest mark; required for a MEAN.") @Valid @Nullable MarkScale scale,
        @Schema(description = "Fewer responses give no verdict; 30 unless told.") @Min(10) @Max(1_000_000) @Nullable Integer minimumN,
        @Schema(description = "The concept of which this is the satisfaction indicator; a concept has one.") @Pattern(regexp = Ids.PATTERN) @Nullable String satisfactionOf,
        @Schema(description = "The marks that mean fit 0, 3 and 4, for a MEAN.") @Valid @Nullable FitAnchors anchors,
        @Schema(description = "The locations from which a COUNT expects every day.") @Size(max = 200) @Nullable List<@NotBlank @Size(max = 200) String> locations) {

    private static final int USUAL_MINIMUM = 30;

    /**
     * @throws InvalidInput listing every contradiction between the fields
     */
    IndicatorEvent.Defined definition(String id) {
        Scale marks = scale == null ? null : scale.scale();
        Anchors fits = anchors == null ? null : anchors.anchors();
        List<String> places = locations == null ? List.of() : locations;
        List<Violation> violations = new ArrayList<>();
        if (kind == IndicatorKind.MEAN) {
            checkMean(marks, fits, places, violations);
        } else {
            checkCount(marks, fits, places, violations);
        }
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
        return new IndicatorEvent.Defined(id, 1, name, unit, better, audience, kind, marks,
                minimumN == null ? USUAL_MINIMUM : minimumN, satisfactionOf == null ? null : Ids.canonical(satisfactionOf),
                fits, places);
    }

    private static void checkMean(@Nullable Scale marks, @Nullable Anchors fits, List<String> places,
            List<Violation> violations) {
        if (marks == null) {
            violations.add(new Violation("/scale", "a MEAN has a scale"));
        } else if (marks.min().compareTo(marks.max()) >= 0) {
            violations.add(new Violation("/scale/max", "must be more than min"));
        }
        if (fits != null && !fits.inOrder()) {
            violations.add(new Violation("/anchors", "lowest, norm and highest must go one way"));
        }
        if (fits != null && marks != null && !(marks.holds(fits.lowest()) && marks.holds(fits.norm())
                && marks.holds(fits.highest()))) {
            violations.add(new Violation("/anchors", "must lie on the scale"));
        }
        if (!places.isEmpty()) {
            violations.add(new Violation("/locations", "only a COUNT expects locations"));
        }
    }

    private void checkCount(@Nullable Scale marks, @Nullable Anchors fits, List<String> places,
            List<Violation> violations) {
        if (marks != null) {
            violations.add(new Violation("/scale", "only a MEAN has a scale"));
        }
        if (fits != null) {
            violations.add(new Violation("/anchors", "only a MEAN has anchors"));
        }
        if (satisfactionOf != null) {
            violations.add(new Violation("/satisfactionOf", "satisfaction is a MEAN"));
        }
        if (new LinkedHashSet<>(places).size() < places.size()) {
            violations.add(new Violation("/locations", "a location is named once"));
        }
    }
}
