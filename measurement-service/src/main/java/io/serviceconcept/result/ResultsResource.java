package io.serviceconcept.result;

import java.time.DateTimeException;
import java.time.Instant;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.http.Answers;
import io.serviceconcept.eventsourcing.http.AsOfParameter;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.InvalidInput;
import io.serviceconcept.eventsourcing.http.Page;
import io.serviceconcept.eventsourcing.http.PageRequest;
import io.serviceconcept.eventsourcing.http.Violation;
import io.serviceconcept.eventsourcing.time.Calendars;
import io.serviceconcept.figure.Dimension;
import io.serviceconcept.figure.PeriodKind;
import io.serviceconcept.indicator.Indicators;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** The results of an indicator. */
@Path("/v1/indicators/{id}/results")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Results", description = "Figures per period and slice, with their interval and verdicts.")
class ResultsResource {

    /** A year of months of twenty slices and UNKNOWN on one page, and room. */
    private static final int LARGEST_PAGE = 400;

    private final Caller caller;
    private final Indicators indicators;
    private final ResultQueries queries;
    private final Calendars calendars;

    ResultsResource(Caller caller, Indicators indicators, ResultQueries queries, Calendars calendars) {
        this.caller = caller;
        this.indicators = indicators;
        this.queries = queries;
        this.calendars = calendars;
    }

    /** A page of results. */
    @Schema(name = "ResultList")
    record ResultList(List<ResultView> items) {
    }

    @GET
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "listResults", summary = "List the results of an indicator, oldest first", description = "Shares and rates of change are in percent, a net promoter score goes from -100 to 100.")
    @APIResponse(responseCode = "200", description = "A page of results; Link has the next one", content = @Content(mediaType = "application/json", schema = @Schema(implementation = ResultList.class)))
    public Response list(@PathParam("id") String id,
            @Parameter(required = true, schema = @Schema(implementation = PeriodKind.class)) @QueryParam("period") @Nullable String period,
            @Parameter(description = "A day in the first period.", schema = @Schema(type = SchemaType.STRING, format = "date")) @QueryParam("from") @Nullable String from,
            @Parameter(description = "A day in the last period.", schema = @Schema(type = SchemaType.STRING, format = "date")) @QueryParam("to") @Nullable String to,
            @Parameter(description = "ALL unless told.", schema = @Schema(implementation = Dimension.class)) @QueryParam("dimension") @Nullable String dimension,
            @Parameter(description = "What was known at a moment, or up to a minute before it where that is longer ago than some minutes; of months, quarters and years.", schema = @Schema(type = SchemaType.STRING, format = "date-time")) @QueryParam("asOf") @Nullable String asOf,
            @Parameter(description = "By which version of the definition; by the one in use unless told.") @QueryParam("definitionVersion") @Nullable Integer definitionVersion,
            @Parameter(description = "How many on a page, 1-400; 50 unless told.") @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        AskedDefinition asked = AskedDefinition.of(indicators.lastKnown(caller.organisation(), id), definitionVersion);
        if (asOf != null && !asked.inUse()) {
            throw new InvalidInput("?asOf", "can be asked of the definition in use");
        }
        ResultQuery query = query(period, from, to, dimension, asOf, PageRequest.of(limit, cursor, LARGEST_PAGE));
        List<ResultView> found = queries.list(caller.organisation(), asked, query,
                calendars.of(caller.organisation()).dayOf(caller.now()));
        return Answers.page(uri, Page.of(found, query.page(), ResultView::sortKey));
    }

    private static ResultQuery query(@Nullable String period, @Nullable String from, @Nullable String to,
            @Nullable String dimension, @Nullable String asOf, PageRequest page) {
        List<Violation> violations = new ArrayList<>();
        PeriodKind kind = name(PeriodKind.class, period, "?period", violations);
        Dimension by = dimension == null ? Dimension.ALL : name(Dimension.class, dimension, "?dimension", violations);
        LocalDate first = day(from, "?from", violations);
        LocalDate last = day(to, "?to", violations);
        if (first != null && last != null && last.isBefore(first)) {
            violations.add(new Violation("?to", "lies before from"));
        }
        Instant moment = AsOfParameter.moment(asOf, violations);
        if (moment != null && kind != null && !Release.KINDS.contains(kind)) {
            violations.add(new Violation("?asOf", "can be asked of months, quarters and years"));
        }
        if (kind == null || by == null || !violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
        return ResultQuery.of(kind, first, last, by, moment, page);
    }

    private static <E extends Enum<E>> @Nullable E name(Class<E> type, @Nullable String value, String pointer,
            List<Violation> violations) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(value)) {
                return constant;
            }
        }
        violations.add(new Violation(pointer, "is one of " + Arrays.toString(type.getEnumConstants())));
        return null;
    }

    private static @Nullable LocalDate day(@Nullable String value, String pointer, List<Violation> violations) {
        try {
            return value == null ? null : LocalDate.parse(value);
        } catch (DateTimeException e) {
            violations.add(new Violation(pointer, "is not a date"));
            return null;
        }
    }
}
