package io.serviceconcept.analysis;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;

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

import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.InvalidInput;
import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.figure.Dimension;
import io.serviceconcept.figure.PeriodKind;
import io.serviceconcept.indicator.IndicatorEvent;
import io.serviceconcept.indicator.Indicators;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** Which way the figures of an indicator go. */
@Path("/v1/indicators/{id}/trend")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Results")
class TrendResource {

    private static final int USUAL = 12;
    private static final int MOST = 60;

    private final Caller caller;
    private final Indicators indicators;
    private final SeriesReading reading;

    TrendResource(Caller caller, Indicators indicators, SeriesReading reading) {
        this.caller = caller;
        this.indicators = indicators;
        this.reading = reading;
    }

    @GET
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "getTrend", summary = "Which way the figures of an indicator go", description = "The slope of the line through the last figures that were released of periods that are over, from four on, with its interval. Never across an instrument break, nor with the period within which one lies.")
    @APIResponseSchema(TrendView.class)
    public TrendView trend(@PathParam("id") String id,
            @Parameter(description = "MONTH unless told.", schema = @Schema(implementation = PeriodKind.class)) @QueryParam("period") @Nullable String period,
            @Parameter(description = "ALL unless told.", schema = @Schema(implementation = Dimension.class)) @QueryParam("dimension") @Nullable String dimension,
            @Parameter(description = "Which slice of the dimension.") @QueryParam("key") @Nullable String key,
            @Parameter(description = "How many figures it goes by at most, 4 to 60; 12 unless told.") @QueryParam("points") @Nullable Integer points,
            @Parameter(description = "A day in the last period; today unless told.", schema = @Schema(type = SchemaType.STRING, format = "date")) @QueryParam("to") @Nullable String to,
            @Parameter(description = "What was known at a moment; of months, quarters and years.", schema = @Schema(type = SchemaType.STRING, format = "date-time")) @QueryParam("asOf") @Nullable String asOf) {
        IndicatorEvent.Defined indicator = indicators.find(caller.organisation(), id)
                .orElseThrow(() -> Problem.notFound().exception());
        if (points != null && (points < Trend.LEAST || points > MOST)) {
            throw new InvalidInput("?points", "is 4-" + MOST);
        }
        SeriesQuestion question = SeriesQuestion.of(period, dimension, key, null, to, asOf,
                reading.today(caller.organisation()));
        List<Series> comparable = reading.of(caller.organisation(), indicator, question).comparable();
        Series last = comparable.isEmpty() ? new Series(List.of()) : comparable.getLast();
        SortedMap<Integer, BigDecimal> known = last.known();
        while (known.size() > (points == null ? USUAL : points)) {
            known.remove(known.firstKey());
        }
        Series used = known.isEmpty() ? new Series(List.of())
                : new Series(last.points().subList(known.firstKey(), known.lastKey() + 1));
        return TrendView.of(question, used, known.size(), Trend.of(known));
    }
}
