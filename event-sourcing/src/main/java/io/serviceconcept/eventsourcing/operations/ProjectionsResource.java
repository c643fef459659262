package io.serviceconcept.eventsourcing.operations;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.agroal.api.AgroalDataSource;
import io.serviceconcept.eventsourcing.Projection;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.eventsourcing.internal.ProjectionLags;
import io.serviceconcept.eventsourcing.internal.Readers;
import io.serviceconcept.eventsourcing.internal.RebuildState;
import io.serviceconcept.eventsourcing.internal.RebuildStatus;
import io.serviceconcept.eventsourcing.internal.Rebuilds;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** How far the projections of this service are, and their rebuilds. */
@Path("/v1/operations/{service}/projections")
@Tag(name = "Operations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ProjectionsResource {

    /** Named for the document; what it lists is short, so there are no pages. */
    record ProjectionList(List<ProjectionView> items) {
    }

    private final Instance<Projection> projections;
    private final Readers readers;
    private final Rebuilds rebuilds;
    private final ProjectionLags lags;
    private final Caller caller;
    private final String service;

    ProjectionsResource(Instance<Projection> projections, Readers readers, Rebuilds rebuilds, AgroalDataSource dataSource,
            Caller caller, @ConfigProperty(name = "quarkus.application.name") String application) {
        this.projections = projections;
        this.readers = readers;
        this.rebuilds = rebuilds;
        this.lags = new ProjectionLags(dataSource);
        this.caller = caller;
        this.service = application.replaceFirst("-service$", "");
    }

    @GET
    @RolesAllowed("operator")
    @Operation(operationId = "listProjections", summary = "The projections of a service: how far they are, and whether they stand still")
    @APIResponse(responseCode = "200", description = "The projections", content = @Content(schema = @Schema(implementation = ProjectionList.class)))
    public ProjectionList list(@PathParam("service") String word) {
        check(word);
        Map<String, Duration> known = lags.all();
        Map<String, String> failures = new HashMap<>(readers.failures());
        return new ProjectionList(projections.stream().sorted(Comparator.comparing(Projection::name))
                .map(p -> ProjectionView.of(p, known.get(Readers.nameOf(p)), failures, rebuilds.status(p.name())))
                .toList());
    }

    @POST
    @Path("{projection}/rebuild")
    @RolesAllowed("operator")
    @Operation(operationId = "rebuildProjection", summary = "Fill a projection anew from all events, while everybody reads on", description = "Projections that share tables are rebuilt together.")
    @APIResponse(responseCode = "202", description = "It begins within two seconds", content = @Content(schema = @Schema(implementation = ProjectionRebuildView.class)))
    public Response rebuild(@PathParam("service") String word, @PathParam("projection") String name) {
        check(word, name);
        if (!rebuilds.request(name, caller.subject())) {
            throw Problem.of(409, "rebuild-under-way", "A rebuild is under way",
                    "The projection is being rebuilt. Wait until it is done, or cancel it.").exception();
        }
        return Response.accepted(ProjectionRebuildView.of(name, last(name))).header("Location", location(name)).build();
    }

    @GET
    @Path("{projection}/rebuild")
    @RolesAllowed("operator")
    @Operation(operationId = "getProjectionRebuild", summary = "How far the last rebuild of a projection is")
    @APIResponse(responseCode = "200", description = "The rebuild", content = @Content(schema = @Schema(implementation = ProjectionRebuildView.class)))
    public ProjectionRebuildView show(@PathParam("service") String word, @PathParam("projection") String name) {
        check(word, name);
        return ProjectionRebuildView.of(name, last(name));
    }

    @DELETE
    @Path("{projection}/rebuild")
    @RolesAllowed("operator")
    @Operation(operationId = "cancelProjectionRebuild", summary = "Cancel a rebuild; what is read stays as it is")
    @APIResponse(responseCode = "202", description = "It ends within moments", content = @Content(schema = @Schema(implementation = ProjectionRebuildView.class)))
    public Response cancel(@PathParam("service") String word, @PathParam("projection") String name) {
        check(word, name);
        RebuildStatus before = last(name);
        if (!rebuilds.cancel(name) && before.state() != RebuildState.CANCELLING) {
            throw Problem.of(409, "rebuild-over", "The rebuild is over",
                    "It has ended, or its rows are read already. Rebuild again if they are wrong.").exception();
        }
        return Response.accepted(ProjectionRebuildView.of(name, last(name))).build();
    }

    private RebuildStatus last(String name) {
        return rebuilds.status(name).orElseThrow(() -> Problem.notFound().exception());
    }

    private String location(String name) {
        return "/v1/operations/" + service + "/projections/" + name + "/rebuild";
    }

    private void check(String word) {
        if (!word.equals(service)) {
            throw Problem.notFound().exception();
        }
    }

    private void check(String word, @Nullable String name) {
        check(word);
        if (projections.stream().noneMatch(p -> p.name().equals(name))) {
            throw Problem.notFound().exception();
        }
    }
}
