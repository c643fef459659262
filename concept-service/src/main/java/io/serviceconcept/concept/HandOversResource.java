package io.serviceconcept.concept;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
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

import io.smallrye.common.annotation.RunOnVirtualThread;

@Path("/v1/concepts/{concept}/hand-overs")
@Tag(name = "Hand-overs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class HandOversResource {

    static final PartType<HandOver> TYPE = new PartType<>(HandOver.class, PartKind.HAND_OVER, "hand-overs",
            HandOverView::of);

    private final PartEndpoints parts;

    HandOversResource(PartEndpoints parts) {
        this.parts = parts;
    }

    /**
     * @param passes what goes along, so that the customer need not say it again
     * @param occasion when it happens
     */
    record HandOverContent(@NotBlank @Size(max = 200) String from, @NotBlank @Size(max = 200) String to,
            @Nullable @Size(max = 200) List<@NotBlank @Size(max = 200) String> passes,
            @Nullable @Size(max = 4000) String occasion) {

        HandOver part(String id) {
            return new HandOver(id, from, to, passes == null ? List.of() : passes, occasion);
        }
    }

    record HandOverView(String id, String from, String to, List<String> passes, @Nullable String occasion, long version) {

        static HandOverView of(HandOver over, long version) {
            return new HandOverView(over.id(), over.from(), over.to(), over.passes(), over.occasion(), version);
        }
    }

    record HandOverViewPage(List<HandOverView> items) {
    }

    @POST
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "addHandOver", summary = "Add a hand-over to the draft", description = "From one channel to another, once; never to itself.")
    @APIResponse(responseCode = "201", description = "Added", content = @Content(schema = @Schema(implementation = HandOverView.class)))
    public Response add(@PathParam("concept") String concept, HandOverContent body) {
        return parts.add(TYPE, concept, body.part(UUID.randomUUID().toString()));
    }

    @GET
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "listHandOvers", summary = "The hand-overs of the draft, by the names of the channels")
    @APIResponse(responseCode = "200", description = "A page; the header Link names the next", content = @Content(schema = @Schema(implementation = HandOverViewPage.class)))
    public Response list(@PathParam("concept") String concept, @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor, @Context UriInfo uri) {
        return parts.list(TYPE, concept, uri, limit, cursor);
    }

    @GET
    @Path("/{handOver}")
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "getHandOver", summary = "A hand-over of the draft")
    @APIResponse(responseCode = "200", description = "The hand-over; its ETag is its own version", content = @Content(schema = @Schema(implementation = HandOverView.class)))
    public Response get(@PathParam("concept") String concept, @PathParam("handOver") String id) {
        return parts.get(TYPE, concept, id);
    }

    @PUT
    @Path("/{handOver}")
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "changeHandOver", summary = "Change a hand-over of the draft", description = "From one channel to another, once; never to itself.")
    @APIResponse(responseCode = "200", description = "Changed", content = @Content(schema = @Schema(implementation = HandOverView.class)))
    public Response change(@PathParam("concept") String concept, @PathParam("handOver") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch, HandOverContent body) {
        return parts.change(TYPE, concept, ifMatch, body.part(id));
    }

    @DELETE
    @Path("/{handOver}")
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "removeHandOver", summary = "Remove a hand-over from the draft")
    @APIResponse(responseCode = "204", description = "Removed")
    public Response remove(@PathParam("concept") String concept, @PathParam("handOver") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return parts.remove(TYPE, concept, ifMatch, id);
    }
}
