package io.serviceconcept.exports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.AsOf;
import io.serviceconcept.eventsourcing.http.InvalidInput;
import io.serviceconcept.eventsourcing.http.Violation;
import io.serviceconcept.figure.Dimension;
import io.serviceconcept.figure.PeriodKind;
import io.serviceconcept.intake.Ids;

/** An export to make. */
@Schema(name = "NewExport", examples = """
        {"of": "RESULTS", "format": "CSV", "indicators": ["6f8cc170-0000-4000-8000-000000000001"], "period": "MONTH",
         "dimensions": ["ALL", "CHANNEL"], "from": "2026-01-01", "to": "2026-12-31"}""")
record NewExport(@NotNull ExportKind of, @NotNull ExportFormat format,
        @Schema(description = "Of RESULTS: whose.") @Size(min = 1, max = 100) @Nullable List<@NotNull @Pattern(regexp = Ids.PATTERN) String> indicators,
        @Schema(description = "Of RESULTS.") @Nullable PeriodKind period,
        @Schema(description = "Of RESULTS; ALL unless told.") @Size(min = 1, max = 20) @Nullable List<@NotNull Dimension> dimensions,
        @Schema(description = "A day in the first period, or the first day of interactions.") @Nullable LocalDate from,
        @Schema(description = "A day in the last period, or the last day of interactions.") @Nullable LocalDate to,
        @Schema(description = "Of RESPONSES: to which survey.") @Pattern(regexp = Ids.PATTERN) @Nullable String survey,
        @Schema(description = "Of RESPONSES: whether customers and texts are in it, which admins alone may ask for.") @Nullable Boolean personal,
        @Schema(description = "Of RESULTS: by which version of the definition of each of the indicators; by those in use unless told.") @Min(1) @Nullable Integer definitionVersion,
        @Schema(description = "Of RESULTS: what was known at a moment, or up to a minute before it where that is longer ago than some minutes; of months, quarters and years by the definition in use.") @Nullable Instant asOf) {

    /**
     * @param versionsOf how many versions the definition of an indicator has; 0 when there is no such indicator
     * @throws InvalidInput with everything that is wrong
     */
    ExportSpec spec(ToIntFunction<String> versionsOf, Predicate<String> isSurvey) {
        List<Violation> violations = new ArrayList<>();
        if (of == ExportKind.RESULTS) {
            checkResults(versionsOf, violations);
        } else {
            checkResponses(isSurvey, violations);
        }
        if (from != null && to != null && to.isBefore(from)) {
            violations.add(new Violation("/to", "lies before from"));
        }
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
        return new ExportSpec(of, format, indicators == null ? List.of() : indicators.stream().map(Ids::canonical).toList(),
                period, dimensions == null ? List.of(Dimension.ALL) : dimensions.stream().distinct().toList(), from, to,
                Ids.canonicalOrNull(survey), Boolean.TRUE.equals(personal), definitionVersion,
                asOf == null ? null : AsOf.known(asOf));
    }

    private void checkResults(ToIntFunction<String> versionsOf, List<Violation> violations) {
        if (indicators == null) {
            violations.add(new Violation("/indicators", "is needed for results"));
        } else {
            for (int i = 0; i < indicators.size(); i++) {
                checkDefinition(i, versionsOf.applyAsInt(indicators.get(i)), violations);
            }
        }
        if (period == null) {
            violations.add(new Violation("/period", "is needed for results"));
        } else if (asOf != null && (period == PeriodKind.DAY || period == PeriodKind.WEEK)) {
            violations.add(new Violation("/asOf", "can be asked of months, quarters and years"));
        }
        if (survey != null) {
            violations.add(new Violation("/survey", "results belong to no survey"));
        }
        if (personal != null) {
            violations.add(new Violation("/personal", "results are about nobody"));
        }
    }

    private void checkDefinition(int indicator, int versions, List<Violation> violations) {
        if (versions == 0) {
            violations.add(new Violation("/indicators/" + indicator, "is not a known indicator"));
        } else if (definitionVersion != null && definitionVersion > versions) {
            violations.add(new Violation("/definitionVersion", "is not a version of the definition of indicator " + indicator));
        } else if (asOf != null && definitionVersion != null && definitionVersion < versions) {
            violations.add(new Violation("/asOf", "can be asked of the definition in use"));
        }
    }

    private void checkResponses(Predicate<String> isSurvey, List<Violation> violations) {
        if (survey == null || !isSurvey.test(survey)) {
            violations.add(new Violation("/survey", survey == null ? "is needed for responses" : "is not a known survey"));
        }
        if (indicators != null) {
            violations.add(new Violation("/indicators", "responses belong to a survey"));
        }
        if (period != null) {
            violations.add(new Violation("/period", "responses belong to no period"));
        }
        if (dimensions != null) {
            violations.add(new Violation("/dimensions", "responses have no dimension"));
        }
        if (definitionVersion != null) {
            violations.add(new Violation("/definitionVersion", "responses have no definition"));
        }
        if (asOf != null) {
            violations.add(new Violation("/asOf", "responses are exported as they are now"));
        }
    }
}
