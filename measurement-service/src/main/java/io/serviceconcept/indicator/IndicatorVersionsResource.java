package io.serviceconcept.indicator;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.Handled;
import io.serviceconcept.eventsourcing.http.Answers;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.ETags;
import io.serviceconcept.eventsourcing.http.Page;
import io.serviceconcept.eventsourcing.http.PageRequest;
import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.indicator.IndicatorsResource.IndicatorList;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** The versions of an indicator's definition. The last one is in use; by the others all of history can be read too. */
@Path("/v1/indicators/{id}/versions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Indicators")
class IndicatorVersionsResource {

    private final Caller caller;
    private final IndicatorCommands commands;
    private final Indicators indicators;

    IndicatorVersionsResource(Caller caller, IndicatorCommands commands, Indicators indicators) {
        this.caller = caller;
        this.commands = commands;
        this.indicators = indicators;
    }

    @POST
    @RolesAllowed({ "analyst", "manager", "admin" })
    @Operation(operationId = "redefineIndicator", summary = "Define an indicator anew", description = "All of the definition is told again, except the audience and the concept of which it measures satisfaction. It counts what was counted before: MEAN, TOP_BOX, NPS and CES on the same scale can follow one another. History is counted anew by it and judged by it at once; results by earlier versions stay readable with definitionVersion.")
    @APIResponseSchema(value = IndicatorView.class, responseCode = "201")
    public Response redefine(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            NewIndicatorVersion body) {
        long seen = ETags.required(ifMatch);
        IndicatorEvent.Defined next = body.definition(versions(id).getLast());
        String location = "/v1/indicators/" + next.indicator() + "/versions/" + (seen + 1);
        return switch (commands.redefine(caller.creating(location), seen, next)) {
            case Handled.Done<Indicator, IndicatorEvent, IndicatorRejection> done ->
                Answers.created(location, done.version(), view(id, (int) done.version()));
            case Handled.Repeated<Indicator, IndicatorEvent, IndicatorRejection> repeated -> {
                int version = Integer.parseInt(repeated.location().substring(repeated.location().lastIndexOf('/') + 1));
                yield Answers.created(repeated.location(), version, view(id, version));
            }
            case Handled.Rejected<Indicator, IndicatorEvent, IndicatorRejection> rejected ->
                throw problem(rejected.reason()).exception();
        };
    }

    @GET
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "listIndicatorVersions", summary = "List the versions of an indicator's definition, the first first")
    @APIResponseSchema(IndicatorList.class)
    public Response list(@PathParam("id") String id, @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor, @Context UriInfo uri) {
        PageRequest request = PageRequest.of(limit, cursor);
        return Answers.page(uri, Page.among(versions(id).stream().map(IndicatorView::of).toList(), request));
    }

    @GET
    @Path("/{version}")
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "getIndicatorVersion", summary = "Show a version of an indicator's definition")
    @APIResponseSchema(IndicatorView.class)
    public Response get(@PathParam("id") String id, @PathParam("version") int version) {
        return Answers.ok(version, view(id, version));
    }

    private IndicatorView view(String id, int version) {
        return indicators.find(caller.organisation(), id, version).map(IndicatorView::of)
                .orElseThrow(() -> Problem.notFound().exception());
    }

    private List<IndicatorEvent.Defined> versions(String id) {
        List<IndicatorEvent.Defined> versions = indicators.versions(caller.organisation(), id);
        if (versions.isEmpty()) {
            throw Problem.notFound().exception();
        }
        return versions;
    }

    private static Problem problem(IndicatorRejection rejection) {
        return switch (rejection) {
            case IndicatorRejection.NotDefined absent -> Problem.notFound();
            case IndicatorRejection.AlreadyDefined defined ->
                Problem.of(409, "already-defined", "Already defined", "This indicator exists already.");
            case IndicatorRejection.CountsSomethingElse something -> Problem.of(409, "indicator-counts-something-else",
                    "The indicator would count something else",
                    "What was given so far could not be counted by this definition: its kind or scale asks for other values.");
            case IndicatorRejection.NothingChanged nothing -> Problem.of(409, "definition-unchanged",
                    "The definition is unchanged", "The definition in use says all of this already.");
        };
    }
}
