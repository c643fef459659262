package io.serviceconcept.indicator;

import java.math.BigDecimal;
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
        @Schema(description = NewIndicator.SCALE) @Valid @Nullable MarkScale scale,
        @Schema(description = "Fewer responses give no verdict; 30 unless told.") @Min(10) @Max(1_000_000) @Nullable Integer minimumN,
        @Schema(description = "The concept of which this is the satisfaction indicator; a concept has one.") @Pattern(regexp = Ids.PATTERN) @Nullable String satisfactionOf,
        @Schema(description = "The marks that mean fit 0, 3 and 4, for a MEAN.") @Valid @Nullable FitAnchors anchors,
        @Schema(description = NewIndicator.LOCATIONS) @Size(max = 200) @Nullable List<@NotBlank @Size(max = 200) String> locations,
        @Schema(description = NewIndicator.CUT_OFF) @Nullable BigDecimal cutOff,
        @Schema(description = NewIndicator.CHANGE) @Valid @Nullable IndicatorChange change) {

    static final String SCALE = "The lowest and highest mark of a MEAN or TOP_BOX. An NPS has 0 to 10, a CES 1 to 7, a SHARE no and yes.";
    static final String LOCATIONS = "The locations from which a COUNT, SUM or SHARE of observations expects every day.";
    static final String CUT_OFF = "The lowest mark that a TOP_BOX counts.";
    static final String CHANGE = "What a RATE_OF_CHANGE is the change of.";

    static final int USUAL_MINIMUM = 30;

    /** Another indicator and the year it is compared with. */
    @Schema(name = "IndicatorChange")
    record IndicatorChange(@NotNull @Pattern(regexp = Ids.PATTERN) String indicator,
            @Schema(description = "With whose same period each period is compared.") @NotNull @Min(1900) @Max(9999) Integer baselineYear) {

        static @Nullable IndicatorChange of(@Nullable ChangeOf change) {
            return change == null ? null : new IndicatorChange(change.indicator(), change.baselineYear());
        }

        ChangeOf change() {
            return new ChangeOf(Ids.canonical(indicator), baselineYear);
        }
    }

    /**
     * @throws InvalidInput listing every contradiction between the fields
     */
    IndicatorEvent.Defined definition(String id) {
        Scale marks = scale == null ? null : scale.scale();
        Anchors fits = anchors == null ? null : anchors.anchors();
        ChangeOf compared = change == null ? null : change.change();
        List<String> places = locations == null ? List.of() : locations;
        DefinitionRules rules = new DefinitionRules(kind);
        rules.check(marks, fits, cutOff, compared, places);
        rules.checkSatisfaction(satisfactionOf, "/satisfactionOf");
        if (!rules.violations().isEmpty()) {
            throw new InvalidInput(rules.violations());
        }
        return new IndicatorEvent.Defined(id, 1, name, unit, better, audience, kind, rules.scale(marks),
                minimumN == null ? USUAL_MINIMUM : minimumN, Ids.canonicalOrNull(satisfactionOf), fits, places, cutOff,
                compared);
    }
}
