package io.serviceconcept.indicator;

import java.math.BigDecimal;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.http.InvalidInput;
import io.serviceconcept.figure.Scale;
import io.serviceconcept.indicator.NewIndicator.IndicatorChange;
import io.serviceconcept.intake.MarkScale;

/** The next version of a definition. Whose experience is measured, and of which concept, stays as it is. */
@Schema(name = "NewIndicatorVersion")
record NewIndicatorVersion(
        @NotBlank @Size(max = 200) String name,
        @NotBlank @Size(max = 50) String unit,
        @NotNull Better better,
        @NotNull IndicatorKind kind,
        @Schema(description = NewIndicator.SCALE) @Valid @Nullable MarkScale scale,
        @Schema(description = "Fewer responses give no verdict; 30 unless told.") @Min(10) @Max(1_000_000) @Nullable Integer minimumN,
        @Schema(description = "The marks that mean fit 0, 3 and 4, for a MEAN.") @Valid @Nullable FitAnchors anchors,
        @Schema(description = NewIndicator.LOCATIONS) @Size(max = 200) @Nullable List<@NotBlank @Size(max = 200) String> locations,
        @Schema(description = NewIndicator.CUT_OFF) @Nullable BigDecimal cutOff,
        @Schema(description = NewIndicator.CHANGE) @Valid @Nullable IndicatorChange change) {

    /**
     * @param inUse the version it may follow
     * @throws InvalidInput listing every contradiction between the fields
     */
    IndicatorEvent.Defined definition(IndicatorEvent.Defined inUse) {
        Scale marks = scale == null ? null : scale.scale();
        Anchors fits = anchors == null ? null : anchors.anchors();
        ChangeOf compared = change == null ? null : change.change();
        List<String> places = locations == null ? List.of() : locations;
        DefinitionRules rules = new DefinitionRules(kind);
        rules.check(marks, fits, cutOff, compared, places);
        rules.checkSatisfaction(inUse.satisfactionOf(), "/kind");
        if (!rules.violations().isEmpty()) {
            throw new InvalidInput(rules.violations());
        }
        return new IndicatorEvent.Defined(inUse.indicator(), inUse.version() + 1, name, unit, better, inUse.audience(),
                kind, rules.scale(marks), minimumN == null ? NewIndicator.USUAL_MINIMUM : minimumN,
                inUse.satisfactionOf(), fits, places, cutOff, compared);
    }
}
