package io.serviceconcept.volume;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.http.Answers;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.InvalidInput;
import io.serviceconcept.eventsourcing.http.Page;
import io.serviceconcept.eventsourcing.http.PageRequest;
import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.eventsourcing.http.Violation;
import io.serviceconcept.eventsourcing.time.Calendars;
import io.serviceconcept.figure.Period;
import io.serviceconcept.figure.PeriodKind;
import io.serviceconcept.survey.SurveyVersion;
import io.serviceconcept.survey.Surveys;
import io.serviceconcept.volume.ResponseRates.ResponseRate;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** How many of those who were offered a survey answered it. */
@Path("/v1/surveys/{surveyId}/response-rates")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Volumes")
class ResponseRatesResource {

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final Caller caller;
    private final Surveys surveys;
    private final VolumeQueries queries;
    private final Calendars calendars;

    ResponseRatesResource(Caller caller, Surveys surveys, VolumeQueries queries, Calendars calendars) {
        this.caller = caller;
        this.surveys = surveys;
        this.queries = queries;
        this.calendars = calendars;
    }

    /** A page of the list. */
    @Schema(name = "ResponseRateList")
    record ResponseRateList(List<ResponseRate> items) {
    }

    @GET
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "listResponseRates", summary = "The response rate of a survey per period, oldest first", description = "Of the volumes that lie wholly within a period; days that were reported twice count once. Answers are counted here unless they were reported. Of a channel where few answered it is not said how many, nor of the next smallest; with a releaseStep above 1 of no channel in a day, a week or an open period.")
    @APIResponseSchema(ResponseRateList.class)
    public Response list(@PathParam("surveyId") String surveyId,
            @Parameter(required = true, schema = @Schema(implementation = PeriodKind.class)) @QueryParam("period") @Nullable String period,
            @Parameter(description = "A day in the first period.", schema = @Schema(type = SchemaType.STRING, format = "date")) @QueryParam("from") @Nullable String from,
            @Parameter(description = "A day in the last period.", schema = @Schema(type = SchemaType.STRING, format = "date")) @QueryParam("to") @Nullable String to,
            @Parameter(description = "ALL unless told; CHANNEL gives a rate for each.", schema = @Schema(enumeration = {
                    "ALL", "CHANNEL" })) @QueryParam("dimension") @Nullable String dimension,
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        SurveyVersion survey = surveys.find(caller.organisation(), surveyId)
                .orElseThrow(() -> Problem.notFound().exception());
        List<Violation> violations = new ArrayList<>();
        PeriodKind kind = kind(period, violations);
        LocalDate first = day(from, FIRST, "?from", violations);
        LocalDate last = day(to, LAST, "?to", violations);
        if (dimension != null && !dimension.equals("ALL") && !dimension.equals("CHANNEL")) {
            violations.add(new Violation("?dimension", "is one of [ALL, CHANNEL]"));
        }
        if (last.isBefore(first)) {
            violations.add(new Violation("?to", "lies before from"));
        }
        if (kind == null || !violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
        PageRequest page = PageRequest.of(limit, cursor);
        List<Tally> tallies = queries.within(caller.organisation(), survey.survey(),
                Period.of(kind, first).from(), Period.of(kind, last).to());
        if (!"CHANNEL".equals(dimension)) {
            return Answers.page(uri, Page.among(ResponseRates.of(kind, tallies), page));
        }
        AnsweredCells cells = new AnsweredCells(
                queries.answered(caller.organisation(), survey.survey(), Period.of(kind, first).from(),
                        Period.of(kind, last).to()),
                survey.releaseStep() > 1, calendars.of(caller.organisation()).dayOf(caller.now()));
        return Answers.page(uri, Page.among(ResponseRates.byChannel(kind, tallies, cells), page));
    }

    private static @Nullable PeriodKind kind(@Nullable String value, List<Violation> violations) {
        for (PeriodKind kind : PeriodKind.values()) {
            if (kind.name().equals(value)) {
                return kind;
            }
        }
        violations.add(new Violation("?period", "is one of " + Arrays.toString(PeriodKind.values())));
        return null;
    }

    private static LocalDate day(@Nullable String value, LocalDate otherwise, String pointer, List<Violation> violations) {
        try {
            LocalDate day = value == null ? otherwise : LocalDate.parse(value);
            return day.isBefore(FIRST) ? FIRST : day.isAfter(LAST) ? LAST : day;
        } catch (DateTimeException e) {
            violations.add(new Violation(pointer, "is not a date"));
            return otherwise;
        }
    }
}
