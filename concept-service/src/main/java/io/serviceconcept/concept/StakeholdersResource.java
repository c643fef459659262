package io.serviceconcept.concept;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
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

import io.serviceconcept.concept.Stakeholder.StakeholderLevel;
import io.serviceconcept.concept.Stakeholder.StakeholderSupport;
import io.smallrye.common.annotation.RunOnVirtualThread;

@Path("/v1/concepts/{concept}/stakeholders")
@Tag(name = "Stakeholders")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class StakeholdersResource {

    static final PartType<Stakeholder> TYPE = new PartType<>(Stakeholder.class, PartKind.STAKEHOLDER, "stakeholders",
            StakeholderView::of);

    private final PartEndpoints parts;

    StakeholdersResource(PartEndpoints parts) {
        this.parts = parts;
    }

    /**
     * @param name a role, a department or an organisation; no names of persons
     * @param support how far they back the concept; absent while unknown
     * @param remark what they want, what worries them
     */
    record StakeholderContent(@NotBlank @Size(max = 200) String name, @NotNull StakeholderLevel influence,
            @NotNull StakeholderLevel interest, @Nullable StakeholderSupport support,
            @Nullable @Size(max = 4000) String remark) {

        Stakeholder part(String id) {
            return new Stakeholder(id, name, influence, interest, support, remark);
        }
    }

    record StakeholderView(String id, String name, StakeholderLevel influence, StakeholderLevel interest,
            @Nullable StakeholderSupport support, @Nullable String remark, long version) {

        static StakeholderView of(Stakeholder stakeholder, long version) {
            return new StakeholderView(stakeholder.id(), stakeholder.name(), stakeholder.influence(),
                    stakeholder.interest(), stakeholder.support(), stakeholder.remark(), version);
        }
    }

    record StakeholderViewPage(List<StakeholderView> items) {
    }

    @POST
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "addStakeholder", summary = "Add a stakeholder to the draft")
    @APIResponse(responseCode = "201", description = "Added", content = @Content(schema = @Schema(implementation = StakeholderView.class)))
    public Response add(@PathParam("concept") String concept, StakeholderContent body) {
        return parts.add(TYPE, concept, body.part(UUID.randomUUID().toString()));
    }

    @GET
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "listStakeholders", summary = "The stakeholders of the draft, by name")
    @APIResponse(responseCode = "200", description = "A page; the header Link names the next", content = @Content(schema = @Schema(implementation = StakeholderViewPage.class)))
    public Response list(@PathParam("concept") String concept, @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor, @Context UriInfo uri) {
        return parts.list(TYPE, concept, uri, limit, cursor);
    }

    @GET
    @Path("/{stakeholder}")
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "getStakeholder", summary = "A stakeholder of the draft")
    @APIResponse(responseCode = "200", description = "The stakeholder; its ETag is its own version", content = @Content(schema = @Schema(implementation = StakeholderView.class)))
    public Response get(@PathParam("concept") String concept, @PathParam("stakeholder") String id) {
        return parts.get(TYPE, concept, id);
    }

    @PUT
    @Path("/{stakeholder}")
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "changeStakeholder", summary = "Change a stakeholder of the draft")
    @APIResponse(responseCode = "200", description = "Changed", content = @Content(schema = @Schema(implementation = StakeholderView.class)))
    public Response change(@PathParam("concept") String concept, @PathParam("stakeholder") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch, StakeholderContent body) {
        return parts.change(TYPE, concept, ifMatch, body.part(id));
    }

    @DELETE
    @Path("/{stakeholder}")
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "removeStakeholder", summary = "Remove a stakeholder from the draft")
    @APIResponse(responseCode = "204", description = "Removed")
    public Response remove(@PathParam("concept") String concept, @PathParam("stakeholder") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return parts.remove(TYPE, concept, ifMatch, id);
    }
}
