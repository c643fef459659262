package io.serviceconcept.analysis;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.analysis.ComparisonView.ComparedSlice;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.InvalidInput;
import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.eventsourcing.http.Violation;
import io.serviceconcept.figure.Dimension;
import io.serviceconcept.figure.Interval;
import io.serviceconcept.figure.Period;
import io.serviceconcept.figure.PeriodKind;
import io.serviceconcept.figure.Slice;
import io.serviceconcept.indicator.IndicatorEvent;
import io.serviceconcept.indicator.Indicators;
import io.serviceconcept.result.ReleasedSeries;
import io.serviceconcept.result.ReleasedSeries.SeenFigure;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** Whether two slices of an indicator differ. */
@Path("/v1/indicators/{id}/comparison")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Results")
class ComparisonResource {

    /** In these the same person can be in two slices, so that no test applies. */
    private static final Set<Dimension> OVERLAPPING = EnumSet.of(Dimension.ALL, Dimension.NEED, Dimension.NEED_CHANNEL,
            Dimension.NEED_GROUP);

    private final Caller caller;
    private final Indicators indicators;
    private final ReleasedSeries released;
    private final SeriesReading reading;

    ComparisonResource(Caller caller, Indicators indicators, ReleasedSeries released, SeriesReading reading) {
        this.caller = caller;
        this.indicators = indicators;
        this.released = released;
        this.reading = reading;
    }

    @GET
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "compareSlices", summary = "Compare two slices of an indicator in a period", description = "The difference of two figures that were released, first less second, with its interval and a test of difference: Welch for means, Newcombe for shares. A slice that may not be seen gives nothing.")
    @APIResponseSchema(ComparisonView.class)
    public ComparisonView compare(@PathParam("id") String id,
            @Parameter(required = true, schema = @Schema(implementation = PeriodKind.class)) @QueryParam("period") @Nullable String period,
            @Parameter(required = true, description = "A day in the period.", schema = @Schema(type = SchemaType.STRING, format = "date")) @QueryParam("day") @Nullable String day,
            @Parameter(required = true, description = "Any but ALL and those by need: there the same person may be in both.", schema = @Schema(implementation = Dimension.class)) @QueryParam("dimension") @Nullable String dimension,
            @Parameter(required = true, description = "One slice.") @QueryParam("first") @Nullable String first,
            @Parameter(required = true, description = "Another slice.") @QueryParam("second") @Nullable String second,
            @Parameter(description = "What was known at a moment; of months, quarters and years.", schema = @Schema(type = SchemaType.STRING, format = "date-time")) @QueryParam("asOf") @Nullable String asOf) {
        IndicatorEvent.Defined indicator = indicators.find(caller.organisation(), id)
                .orElseThrow(() -> Problem.notFound().exception());
        List<Violation> violations = new ArrayList<>();
        PeriodKind kind = SeriesQuestion.name(PeriodKind.class, period, "?period", violations);
        Dimension by = SeriesQuestion.name(Dimension.class, dimension, "?dimension", violations);
        if (by != null && OVERLAPPING.contains(by)) {
            violations.add(new Violation("?dimension", "has slices in which the same person can be"));
        }
        LocalDate within = SeriesQuestion.day(day, "?day", violations);
        if (day == null) {
            violations.add(new Violation("?day", "is required"));
        }
        if (first == null || first.isEmpty()) {
            violations.add(new Violation("?first", "is required"));
        }
        if (second == null || second.isEmpty()) {
            violations.add(new Violation("?second", "is required"));
        } else if (second.equals(first)) {
            violations.add(new Violation("?second", "is another slice than first"));
        }
        Instant moment = SeriesQuestion.moment(asOf, kind, violations);
        if (kind == null || by == null || within == null || first == null || second == null || !violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
        Period of = Period.of(kind, within);
        Slice one = new Slice(by, first);
        Slice other = new Slice(by, second);
        SeenFigure ofOne = seen(indicator, of, one, moment);
        SeenFigure ofOther = seen(indicator, of, other, moment);
        return ComparisonView.of(AnalysedPeriod.of(of), ComparedSlice.of(one, ofOne), ComparedSlice.of(other, ofOther),
                difference(indicator, ofOne, ofOther));
    }

    private @Nullable SeenFigure seen(IndicatorEvent.Defined indicator, Period period, Slice slice,
            @Nullable Instant asOf) {
        return released.of(caller.organisation(), indicator, period.kind(), slice, period.from(), period.to(), asOf,
                reading.today(caller.organisation())).stream().findFirst().orElse(null);
    }

    private static @Nullable Difference difference(IndicatorEvent.Defined indicator, @Nullable SeenFigure first,
            @Nullable SeenFigure second) {
        Sample one = sample(first);
        Sample other = sample(second);
        if (one == null || other == null) {
            return null;
        }
        return switch (indicator.kind()) {
            case MEAN, CES, DURATION -> Difference.ofMeans(one, other);
            case TOP_BOX, SHARE -> Difference.ofShares(one, other);
            case NPS -> Difference.ofScores(one, other);
            case COUNT, SUM, RATE_OF_CHANGE -> null;
        };
    }

    private static @Nullable Sample sample(@Nullable SeenFigure seen) {
        if (seen == null) {
            return null;
        }
        Long n = seen.n();
        BigDecimal figure = seen.figure();
        BigDecimal low = seen.low();
        BigDecimal high = seen.high();
        return n == null || n < 2 || figure == null || low == null || high == null ? null
                : new Sample(n, figure, new Interval(low, high));
    }
}
