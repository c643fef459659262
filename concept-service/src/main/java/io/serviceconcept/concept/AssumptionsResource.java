package io.serviceconcept.concept;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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

import io.serviceconcept.concept.Assumption.AssumptionStatus;
import io.smallrye.common.annotation.RunOnVirtualThread;

@Path("/v1/concepts/{concept}/assumptions")
@Tag(name = "Assumptions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class AssumptionsResource {

    static final PartType<Assumption> TYPE = new PartType<>(Assumption.class, PartKind.ASSUMPTION, "assumptions",
            AssumptionView::of);

    private final PartEndpoints parts;

    AssumptionsResource(PartEndpoints parts) {
        this.parts = parts;
    }

    /**
     * @param name the belief in one sentence
     * @param impact how much depends on it, 1–5
     * @param uncertainty how little is known of it, 1–5
     * @param status OPEN when not given
     * @param channel the channel it is about; absent when it is about more
     * @param means the means it is about
     * @param dueDate the day by which it is to be tested
     * @param evidence what confirmed or refuted it; needed unless it is open
     */
    record AssumptionContent(@NotBlank @Size(max = 200) String name, @Nullable @Size(max = 4000) String description,
            @NotNull @Min(1) @Max(5) Integer impact, @NotNull @Min(1) @Max(5) Integer uncertainty,
            @Nullable AssumptionStatus status, @Nullable @Size(min = 1, max = 200) String channel,
            @Nullable @Size(min = 1, max = 200) String means, @NotBlank @Size(max = 200) String owner,
            @Nullable LocalDate dueDate, @Nullable @Size(min = 1, max = 4000) String evidence) {

        Assumption part(String id) {
            AssumptionStatus now = status == null ? AssumptionStatus.OPEN : status;
            new Checks().require(now == AssumptionStatus.OPEN || evidence != null, "/evidence",
                    "is required for what is " + now).pass();
            return new Assumption(id, name, description, impact, uncertainty, now, channel, means, owner, dueDate, evidence);
        }
    }

    /**
     * @param risk impact × uncertainty, 1–25: what to test first
     */
    record AssumptionView(String id, String name, @Nullable String description, int impact, int uncertainty, int risk,
            AssumptionStatus status, @Nullable String channel, @Nullable String means, String owner,
            @Nullable LocalDate dueDate, @Nullable String evidence, long version) {

        static AssumptionView of(Assumption assumption, long version) {
            return new AssumptionView(assumption.id(), assumption.name(), assumption.description(), assumption.impact(),
                    assumption.uncertainty(), assumption.risk(), assumption.status(), assumption.channel(),
                    assumption.means(), assumption.owner(), assumption.dueDate(), assumption.evidence(), version);
        }
    }

    record AssumptionViewPage(List<AssumptionView> items) {
    }

    @POST
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "addAssumption", summary = "Add an assumption to the draft")
    @APIResponse(responseCode = "201", description = "Added", content = @Content(schema = @Schema(implementation = AssumptionView.class)))
    public Response add(@PathParam("concept") String concept, AssumptionContent body) {
        return parts.add(TYPE, concept, body.part(UUID.randomUUID().toString()));
    }

    @GET
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "listAssumptions", summary = "The assumptions of the draft, by name")
    @APIResponse(responseCode = "200", description = "A page; the header Link names the next", content = @Content(schema = @Schema(implementation = AssumptionViewPage.class)))
    public Response list(@PathParam("concept") String concept, @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor, @Context UriInfo uri) {
        return parts.list(TYPE, concept, uri, limit, cursor);
    }

    @GET
    @Path("/{assumption}")
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "getAssumption", summary = "An assumption of the draft")
    @APIResponse(responseCode = "200", description = "The assumption; its ETag is its own version", content = @Content(schema = @Schema(implementation = AssumptionView.class)))
    public Response get(@PathParam("concept") String concept, @PathParam("assumption") String id) {
        return parts.get(TYPE, concept, id);
    }

    @PUT
    @Path("/{assumption}")
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "changeAssumption", summary = "Change an assumption of the draft")
    @APIResponse(responseCode = "200", description = "Changed", content = @Content(schema = @Schema(implementation = AssumptionView.class)))
    public Response change(@PathParam("concept") String concept, @PathParam("assumption") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch, AssumptionContent body) {
        return parts.change(TYPE, concept, ifMatch, body.part(id));
    }

    @DELETE
    @Path("/{assumption}")
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "removeAssumption", summary = "Remove an assumption from the draft")
    @APIResponse(responseCode = "204", description = "Removed")
    public Response remove(@PathParam("concept") String concept, @PathParam("assumption") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return parts.remove(TYPE, concept, ifMatch, id);
    }
}
