package io.serviceconcept.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

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
import io.serviceconcept.eventsourcing.http.Violation;
import io.serviceconcept.figure.Dimension;
import io.serviceconcept.figure.PeriodKind;
import io.serviceconcept.indicator.IndicatorEvent;
import io.serviceconcept.indicator.Indicators;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** What is more than chance in the figures of an indicator. */
@Path("/v1/indicators/{id}/process-chart")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Results")
class ProcessChartResource {

    private final Caller caller;
    private final Indicators indicators;
    private final SeriesReading reading;

    ProcessChartResource(Caller caller, Indicators indicators, SeriesReading reading) {
        this.caller = caller;
        this.indicators = indicators;
        this.reading = reading;
    }

    @GET
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "getProcessChart", summary = "The process chart of an indicator, with its signals", description = "Individual figures and moving ranges (XmR) of periods that are over. The first figures of the series set the limits, the mean ± 2.66 times the mean moving range, which then stay, whichever periods are asked for; so do the first after an instrument break or a restart. The series of days and weeks begins with the year of the first that is asked for. No range is drawn across a gap or an instrument break; a period within which a break lies mixes what is not comparable, and is a gap.")
    @APIResponseSchema(ProcessChartView.class)
    public ProcessChartView chart(@PathParam("id") String id,
            @Parameter(description = "MONTH unless told.", schema = @Schema(implementation = PeriodKind.class)) @QueryParam("period") @Nullable String period,
            @Parameter(description = "ALL unless told.", schema = @Schema(implementation = Dimension.class)) @QueryParam("dimension") @Nullable String dimension,
            @Parameter(description = "Which slice of the dimension.") @QueryParam("key") @Nullable String key,
            @Parameter(description = "A day in the first period; 60 periods before the last unless told.", schema = @Schema(type = SchemaType.STRING, format = "date")) @QueryParam("from") @Nullable String from,
            @Parameter(description = "A day in the last period; today unless told.", schema = @Schema(type = SchemaType.STRING, format = "date")) @QueryParam("to") @Nullable String to,
            @Parameter(description = "How many figures set the limits, 12 to 60; 12 unless told.") @QueryParam("baseline") @Nullable Integer baseline,
            @Parameter(description = "A day in a period with which limits begin anew, because the process was changed.", schema = @Schema(type = SchemaType.STRING, format = "date")) @QueryParam("restart") @Nullable String restart,
            @Parameter(description = "How many figures on one side of the mean are a signal, 6 to 12; 8 unless told.") @QueryParam("run") @Nullable Integer run,
            @Parameter(description = "How many figures that go one way are a signal, 5 to 9; 6 unless told.") @QueryParam("trend") @Nullable Integer going,
            @Parameter(description = "What was known at a moment; of months, quarters and years.", schema = @Schema(type = SchemaType.STRING, format = "date-time")) @QueryParam("asOf") @Nullable String asOf) {
        IndicatorEvent.Defined indicator = indicators.find(caller.organisation(), id)
                .orElseThrow(() -> Problem.notFound().exception());
        ProcessRules rules = rules(baseline, run, going);
        SeriesQuestion question = SeriesQuestion.of(period, dimension, key, from, to, asOf,
                reading.today(caller.organisation()));
        List<Violation> violations = new ArrayList<>();
        LocalDate begin = SeriesQuestion.day(restart, "?restart", violations);
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
        Series series = reading.withWhatCameBefore(caller.organisation(), indicator, question);
        return ProcessChartView.of(question, rules, ProcessChart.of(series, rules, begin).from(question.from()));
    }

    private static ProcessRules rules(@Nullable Integer baseline, @Nullable Integer run, @Nullable Integer going) {
        List<Violation> violations = new ArrayList<>();
        ProcessRules rules = new ProcessRules(
                within(baseline, ProcessRules.USUAL.baseline(), 12, 60, "?baseline", violations),
                within(run, ProcessRules.USUAL.run(), 6, 12, "?run", violations),
                within(going, ProcessRules.USUAL.going(), 5, 9, "?trend", violations));
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
        return rules;
    }

    private static int within(@Nullable Integer value, int usual, int least, int most, String pointer,
            List<Violation> violations) {
        if (value != null && (value < least || value > most)) {
            violations.add(new Violation(pointer, "is " + least + "-" + most));
        }
        return value == null ? usual : value;
    }
}
