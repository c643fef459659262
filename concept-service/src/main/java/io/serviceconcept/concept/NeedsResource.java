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

import io.serviceconcept.concept.Need.NeedAudience;
import io.smallrye.common.annotation.RunOnVirtualThread;

@Path("/v1/concepts/{concept}/needs")
@Tag(name = "Needs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class NeedsResource {

    static final PartType<Need> TYPE = new PartType<>(Need.class, PartKind.NEED, "needs", NeedView::of);

    private final PartEndpoints parts;

    NeedsResource(PartEndpoints parts) {
        this.parts = parts;
    }

    /**
     * @param coreNeed the core need that this sub-need supports; absent for a core need
     */
    record NeedContent(@NotBlank @Size(max = 200) String name, @Nullable @Size(max = 4000) String description,
            @Nullable @Size(max = 200) String coreNeed, @NotNull NeedAudience audience) {

        Need part(String id) {
            return new Need(id, name, description, coreNeed, audience);
        }
    }

    record NeedView(String id, String name, @Nullable String description, @Nullable String coreNeed,
            NeedAudience audience, long version) {

        static NeedView of(Need need, long version) {
            return new NeedView(need.id(), need.name(), need.description(), need.coreNeed(), need.audience(), version);
        }
    }

    record NeedViewPage(List<NeedView> items) {
    }

    @POST
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "addNeed", summary = "Add a need to the draft")
    @APIResponse(responseCode = "201", description = "Added", content = @Content(schema = @Schema(implementation = NeedView.class)))
    public Response add(@PathParam("concept") String concept, NeedContent body) {
        return parts.add(TYPE, concept, body.part(UUID.randomUUID().toString()));
    }

    @GET
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "listNeeds", summary = "The needs of the draft, by name")
    @APIResponse(responseCode = "200", description = "A page; the header Link names the next", content = @Content(schema = @Schema(implementation = NeedViewPage.class)))
    public Response list(@PathParam("concept") String concept, @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor, @Context UriInfo uri) {
        return parts.list(TYPE, concept, uri, limit, cursor);
    }

    @GET
    @Path("/{need}")
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "getNeed", summary = "A need of the draft")
    @APIResponse(responseCode = "200", description = "The need; its ETag is its own version", content = @Content(schema = @Schema(implementation = NeedView.class)))
    public Response get(@PathParam("concept") String concept, @PathParam("need") String id) {
        return parts.get(TYPE, concept, id);
    }

    @PUT
    @Path("/{need}")
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "changeNeed", summary = "Change a need of the draft")
    @APIResponse(responseCode = "200", description = "Changed", content = @Content(schema = @Schema(implementation = NeedView.class)))
    public Response change(@PathParam("concept") String concept, @PathParam("need") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch, NeedContent body) {
        return parts.change(TYPE, concept, ifMatch, body.part(id));
    }

    @DELETE
    @Path("/{need}")
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "removeNeed", summary = "Remove a need from the draft")
    @APIResponse(responseCode = "204", description = "Removed")
    public Response remove(@PathParam("concept") String concept, @PathParam("need") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return parts.remove(TYPE, concept, ifMatch, id);
    }
}
