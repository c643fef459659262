package io.serviceconcept.indicator;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.AppendOutcome;
import io.serviceconcept.eventsourcing.AsOf;
import io.serviceconcept.eventsourcing.CommandContext;
import io.serviceconcept.eventsourcing.IdempotencyConflict;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.http.Answers;
import io.serviceconcept.eventsourcing.http.AsOfParameter;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.Page;
import io.serviceconcept.eventsourcing.http.PageRequest;
import io.serviceconcept.eventsourcing.http.Place;
import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.eventsourcing.http.Search;
import io.serviceconcept.eventsourcing.http.Sort;
import io.serviceconcept.history.Histories;
import io.serviceconcept.history.Histories.HistoryEntryPage;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** Indicators: define one, find them again. */
@Path("/v1/indicators")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Indicators", description = "What is measured, in which unit, and which way is better.")
class IndicatorsResource {

    private final Caller caller;
    private final IndicatorCommands commands;
    private final Indicators indicators;
    private final IndicatorQueries queries;
    private final Histories histories;

    IndicatorsResource(Caller caller, IndicatorCommands commands, Indicators indicators, IndicatorQueries queries,
            Histories histories) {
        this.caller = caller;
        this.commands = commands;
        this.indicators = indicators;
        this.queries = queries;
        this.histories = histories;
    }

    @POST
    @RolesAllowed({ "analyst", "manager", "admin" })
    @Operation(operationId = "defineIndicator", summary = "Define an indicator")
    @APIResponseSchema(value = IndicatorView.class, responseCode = "201")
    public Response define(NewIndicator body) {
        String id = UUID.randomUUID().toString();
        CommandContext context = caller.creating("/v1/indicators/" + id);
        IndicatorEvent.Defined definition = body.definition(id);
        return switch (commands.define(context, definition)) {
            case AppendOutcome.Appended appended ->
                Answers.created("/v1/indicators/" + id, 1, IndicatorView.of(definition));
            case AppendOutcome.Repeated repeated ->
                Answers.created(repeated.location(), 1, first(lastSegment(repeated.location())));
            case AppendOutcome.KeyReused reused -> throw new IdempotencyConflict(false);
            case AppendOutcome.InFlight inFlight -> throw new IdempotencyConflict(true);
            case AppendOutcome.Conflict conflict ->
                throw Problem.of(409, "satisfaction-already-measured", "The concept has a satisfaction indicator",
                        "Another indicator measures the satisfaction of this concept already.").exception();
        };
    }

    /** A page of the list. */
    @Schema(name = "IndicatorList")
    record IndicatorList(List<IndicatorView> items) {
    }

    @GET
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "listIndicators", summary = "List indicators, each as it is defined now")
    @APIResponseSchema(IndicatorList.class)
    public Response list(@Parameter(description = "Of this name.") @QueryParam("name") @Nullable String name,
            @Parameter(description = "Whose name holds this; capitals make no difference.") @QueryParam("q") @Nullable String q,
            @Parameter(schema = @Schema(enumeration = { "id", "-id", "name",
                    "-name" }, defaultValue = "id")) @QueryParam("sort") @Nullable String sort,
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor);
        Sort by = Sort.of(sort, "id", "name");
        return Answers.page(uri, Page.of(queries.list(caller.organisation(), name, Search.checked(q), by, page), page, by,
                view -> new Place(by.key().equals("id") ? view.id() : view.name(), view.id())));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "getIndicator", summary = "Show an indicator as it is defined now, or was at a moment")
    @APIResponseSchema(IndicatorView.class)
    public Response get(@PathParam("id") String id,
            @Parameter(description = "As it was known at a moment; 404 before its first version.", schema = @Schema(type = SchemaType.STRING, format = "date-time")) @QueryParam("asOf") @Nullable String asOf) {
        List<RecordedEvent> known = indicators.recorded(caller.organisation(), id, AsOf.of(AsOfParameter.moment(asOf)));
        if (known.isEmpty()) {
            throw Problem.notFound().exception();
        }
        IndicatorView view = IndicatorView.of((IndicatorEvent.Defined) known.getLast().event());
        return Answers.ok(view.version(), view);
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "getIndicatorHistory", summary = "Who defined an indicator, and when, the first first")
    @APIResponse(responseCode = "200", description = "A page; the header Link names the next", content = @Content(schema = @Schema(implementation = HistoryEntryPage.class)))
    public Response history(@PathParam("id") String id, @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor, @Context UriInfo uri) {
        PageRequest request = PageRequest.of(limit, cursor);
        List<RecordedEvent> events = indicators.recorded(caller.organisation(), id);
        if (events.isEmpty()) {
            throw Problem.notFound().exception();
        }
        return histories.page(events, IndicatorEvent.class, new IndicatorWording(), request, uri);
    }

    /** As it was defined at first: what was answered then. */
    private IndicatorView first(String id) {
        return indicators.find(caller.organisation(), id, 1).map(IndicatorView::of)
                .orElseThrow(() -> Problem.notFound().exception());
    }

    private static String lastSegment(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
