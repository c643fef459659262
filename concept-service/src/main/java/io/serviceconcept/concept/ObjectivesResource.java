package io.serviceconcept.concept;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.Objective.ObjectiveWindow;
import io.smallrye.common.annotation.RunOnVirtualThread;

@Path("/v1/concepts/{concept}/objectives")
@Tag(name = "Objectives")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ObjectivesResource {

    static final PartType<Objective> TYPE = new PartType<>(Objective.class, PartKind.OBJECTIVE, "objectives",
            ObjectiveView::of);

    private final PartEndpoints parts;

    ObjectivesResource(PartEndpoints parts) {
        this.parts = parts;
    }

    /**
     * In a draft the indicator, target, window and due date may still be missing; a proposal needs them.
     */
    record ObjectiveContent(@NotBlank @Size(max = 200) String name, @Nullable @Size(min = 1, max = 200) String indicator,
            @Nullable @Valid ObjectiveTarget target, @Nullable ObjectiveWindow window,
            @Nullable @Valid ObjectiveSlice slice, @Nullable LocalDate dueDate,
            @Nullable @DecimalMin("0") @DecimalMax("1000") BigDecimal weight,
            @NotBlank @Size(max = 200) String owner) {

        Objective part(String id) {
            Checks checks = new Checks().decimals(weight, 2, "/weight");
            if (target != null) {
                target.check(checks);
            }
            if (slice != null) {
                slice.check(checks);
            }
            checks.pass();
            return new Objective(id, name, indicator, target == null ? null : target.target(), window,
                    slice == null ? null : slice.slice(), dueDate, weight == null ? null : Decimals.plain(weight), owner);
        }
    }

    record ObjectiveView(String id, String name, @Nullable String indicator, @Nullable ObjectiveTarget target,
            @Nullable ObjectiveWindow window, @Nullable ObjectiveSlice slice, @Nullable LocalDate dueDate,
            @Nullable BigDecimal weight, String owner, long version) {

        static ObjectiveView of(Objective objective, long version) {
            return new ObjectiveView(objective.id(), objective.name(), objective.indicator(),
                    ObjectiveTarget.of(objective.target()), objective.window(), ObjectiveSlice.of(objective.slice()),
                    objective.dueDate(), objective.weight(), objective.owner(), version);
        }
    }

    record ObjectiveViewPage(List<ObjectiveView> items) {
    }

    @POST
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "addObjective", summary = "Add a objective to the draft")
    @APIResponse(responseCode = "201", description = "Added", content = @Content(schema = @Schema(implementation = ObjectiveView.class)))
    public Response add(@PathParam("concept") String concept, ObjectiveContent body) {
        return parts.add(TYPE, concept, body.part(UUID.randomUUID().toString()));
    }

    @GET
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "listObjectives", summary = "The objectives of the draft, by name")
    @APIResponse(responseCode = "200", description = "A page; the header Link names the next", content = @Content(schema = @Schema(implementation = ObjectiveViewPage.class)))
    public Response list(@PathParam("concept") String concept, @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor, @Context UriInfo uri) {
        return parts.list(TYPE, concept, uri, limit, cursor);
    }

    @GET
    @Path("/{objective}")
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "getObjective", summary = "A objective of the draft")
    @APIResponse(responseCode = "200", description = "The objective; its ETag is its own version", content = @Content(schema = @Schema(implementation = ObjectiveView.class)))
    public Response get(@PathParam("concept") String concept, @PathParam("objective") String id) {
        return parts.get(TYPE, concept, id);
    }

    @PUT
    @Path("/{objective}")
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "changeObjective", summary = "Change a objective of the draft")
    @APIResponse(responseCode = "200", description = "Changed", content = @Content(schema = @Schema(implementation = ObjectiveView.class)))
    public Response change(@PathParam("concept") String concept, @PathParam("objective") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch, ObjectiveContent body) {
        return parts.change(TYPE, concept, ifMatch, body.part(id));
    }

    @DELETE
    @Path("/{objective}")
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "removeObjective", summary = "Remove a objective from the draft")
    @APIResponse(responseCode = "204", description = "Removed")
    public Response remove(@PathParam("concept") String concept, @PathParam("objective") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return parts.remove(TYPE, concept, ifMatch, id);
    }
}
