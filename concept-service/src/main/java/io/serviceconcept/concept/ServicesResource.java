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

@Path("/v1/concepts/{concept}/services")
@Tag(name = "Services")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ServicesResource {

    static final PartType<Service> TYPE = new PartType<>(Service.class, PartKind.SERVICE, "services",
            ServiceView::of);

    private final PartEndpoints parts;

    ServicesResource(PartEndpoints parts) {
        this.parts = parts;
    }

    record ServiceContent(@NotBlank @Size(max = 200) String name, @Nullable @Size(max = 4000) String description) {

        Service part(String id) {
            return new Service(id, name, description);
        }
    }

    record ServiceView(String id, String name, @Nullable String description, long version) {

        static ServiceView of(Service service, long version) {
            return new ServiceView(service.id(), service.name(), service.description(), version);
        }
    }

    record ServiceViewPage(List<ServiceView> items) {
    }

    @POST
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "addService", summary = "Add a service to the draft")
    @APIResponse(responseCode = "201", description = "Added", content = @Content(schema = @Schema(implementation = ServiceView.class)))
    public Response add(@PathParam("concept") String concept, ServiceContent body) {
        return parts.add(TYPE, concept, body.part(UUID.randomUUID().toString()));
    }

    @GET
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "listServices", summary = "The services of the draft, by name")
    @APIResponse(responseCode = "200", description = "A page; the header Link names the next", content = @Content(schema = @Schema(implementation = ServiceViewPage.class)))
    public Response list(@PathParam("concept") String concept, @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor, @Context UriInfo uri) {
        return parts.list(TYPE, concept, uri, limit, cursor);
    }

    @GET
    @Path("/{service}")
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "getService", summary = "A service of the draft")
    @APIResponse(responseCode = "200", description = "The service; its ETag is its own version", content = @Content(schema = @Schema(implementation = ServiceView.class)))
    public Response get(@PathParam("concept") String concept, @PathParam("service") String id) {
        return parts.get(TYPE, concept, id);
    }

    @PUT
    @Path("/{service}")
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "changeService", summary = "Change a service of the draft")
    @APIResponse(responseCode = "200", description = "Changed", content = @Content(schema = @Schema(implementation = ServiceView.class)))
    public Response change(@PathParam("concept") String concept, @PathParam("service") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch, ServiceContent body) {
        return parts.change(TYPE, concept, ifMatch, body.part(id));
    }

    @DELETE
    @Path("/{service}")
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "removeService", summary = "Remove a service from the draft")
    @APIResponse(responseCode = "204", description = "Removed")
    public Response remove(@PathParam("concept") String concept, @PathParam("service") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return parts.remove(TYPE, concept, ifMatch, id);
    }
}
