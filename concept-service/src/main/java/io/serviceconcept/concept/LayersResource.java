package io.serviceconcept.concept;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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

@Path("/v1/concepts/{concept}/layers")
@Tag(name = "Layers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class LayersResource {

    static final PartType<Layer> TYPE = new PartType<>(Layer.class, PartKind.LAYER, "layers", LayerView::of);

    private final PartEndpoints parts;

    LayersResource(PartEndpoints parts) {
        this.parts = parts;
    }

    /**
     * @param approach SELF_SERVICE, ASSISTED, PERSONAL, INFORMING or a word of your own
     * @param position 1 is the bottom, the largest
     */
    record LayerContent(@NotBlank @Size(max = 200) String name,
            @Schema(description = "How customers are served in it: SELF_SERVICE, ASSISTED, PERSONAL, INFORMING or a word of your own") @NotNull @Size(max = 50) @Pattern(regexp = "^[A-Z][A-Z0-9_]*$") String approach,
            @NotNull @Min(1) @Max(1000) Integer position) {

        Layer part(String id) {
            return new Layer(id, name, approach, position);
        }
    }

    record LayerView(String id, String name, String approach, int position, long version) {

        static LayerView of(Layer layer, long version) {
            return new LayerView(layer.id(), layer.name(), layer.approach(), layer.position(), version);
        }
    }

    record LayerViewPage(List<LayerView> items) {
    }

    @POST
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "addLayer", summary = "Add a layer to the draft")
    @APIResponse(responseCode = "201", description = "Added", content = @Content(schema = @Schema(implementation = LayerView.class)))
    public Response add(@PathParam("concept") String concept, LayerContent body) {
        return parts.add(TYPE, concept, body.part(UUID.randomUUID().toString()));
    }

    @GET
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "listLayers", summary = "The layers of the draft, the bottom first")
    @APIResponse(responseCode = "200", description = "A page; the header Link names the next", content = @Content(schema = @Schema(implementation = LayerViewPage.class)))
    public Response list(@PathParam("concept") String concept, @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor, @Context UriInfo uri) {
        return parts.list(TYPE, concept, uri, limit, cursor);
    }

    @GET
    @Path("/{layer}")
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "getLayer", summary = "A layer of the draft")
    @APIResponse(responseCode = "200", description = "The layer; its ETag is its own version", content = @Content(schema = @Schema(implementation = LayerView.class)))
    public Response get(@PathParam("concept") String concept, @PathParam("layer") String id) {
        return parts.get(TYPE, concept, id);
    }

    @PUT
    @Path("/{layer}")
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "changeLayer", summary = "Change a layer of the draft")
    @APIResponse(responseCode = "200", description = "Changed", content = @Content(schema = @Schema(implementation = LayerView.class)))
    public Response change(@PathParam("concept") String concept, @PathParam("layer") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch, LayerContent body) {
        return parts.change(TYPE, concept, ifMatch, body.part(id));
    }

    @DELETE
    @Path("/{layer}")
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "removeLayer", summary = "Remove a layer from the draft")
    @APIResponse(responseCode = "204", description = "Removed")
    public Response remove(@PathParam("concept") String concept, @PathParam("layer") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return parts.remove(TYPE, concept, ifMatch, id);
    }
}
