package io.serviceconcept.concept;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
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

import io.serviceconcept.concept.Objective.ObjectiveWindow;
import io.serviceconcept.concept.Objective.TargetComparison;
import io.smallrye.common.annotation.RunOnVirtualThread;

@Path("/v1/concepts/{concept}/service-levels")
@Tag(name = "Service levels")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ServiceLevelsResource {

    static final PartType<ServiceLevel> TYPE = new PartType<>(ServiceLevel.class, PartKind.SERVICE_LEVEL, "service-levels",
            ServiceLevelView::of);

    private final PartEndpoints parts;

    ServiceLevelsResource(PartEndpoints parts) {
        this.parts = parts;
    }

    /**
     * In a draft the indicator, norm and window may still be missing; a proposal needs them.
     *
     * @param promise in customer language: answer within 2 working days
     * @param service the service it is about; absent for all
     */
    record ServiceLevelContent(@NotBlank @Size(max = 200) String name, @NotBlank @Size(max = 4000) String promise,
            @Nullable @Size(min = 1, max = 200) String service, @Nullable @Size(min = 1, max = 200) String indicator,
            @Nullable @Valid ServiceLevelNorm norm, @Nullable ObjectiveWindow window,
            @Nullable @Valid ObjectiveSlice slice) {

        ServiceLevel part(String id) {
            Checks checks = new Checks();
            if (norm != null) {
                checks.decimals(norm.value(), 6, "/norm/value");
            }
            if (slice != null) {
                slice.check(checks);
            }
            checks.pass();
            return new ServiceLevel(id, name, promise, service, indicator,
                    norm == null ? null : new ServiceLevel.Norm(norm.comparison(), Decimals.plain(norm.value())), window,
                    slice == null ? null : slice.slice());
        }
    }

    /**
     * @param value a figure in the indicator's unit; at most six decimals
     */
    record ServiceLevelNorm(@NotNull TargetComparison comparison,
            @NotNull @DecimalMin("-1000000000000") @DecimalMax("1000000000000") BigDecimal value) {
    }

    record ServiceLevelView(String id, String name, String promise, @Nullable String service, @Nullable String indicator,
            @Nullable ServiceLevelNorm norm, @Nullable ObjectiveWindow window, @Nullable ObjectiveSlice slice,
            long version) {

        static ServiceLevelView of(ServiceLevel level, long version) {
            ServiceLevel.Norm norm = level.norm();
            return new ServiceLevelView(level.id(), level.name(), level.promise(), level.service(), level.indicator(),
                    norm == null ? null : new ServiceLevelNorm(norm.comparison(), norm.value()), level.window(),
                    ObjectiveSlice.of(level.slice()), version);
        }
    }

    record ServiceLevelViewPage(List<ServiceLevelView> items) {
    }

    @POST
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "addServiceLevel", summary = "Add a service level to the draft")
    @APIResponse(responseCode = "201", description = "Added", content = @Content(schema = @Schema(implementation = ServiceLevelView.class)))
    public Response add(@PathParam("concept") String concept, ServiceLevelContent body) {
        return parts.add(TYPE, concept, body.part(UUID.randomUUID().toString()));
    }

    @GET
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "listServiceLevels", summary = "The service levels of the draft, by name")
    @APIResponse(responseCode = "200", description = "A page; the header Link names the next", content = @Content(schema = @Schema(implementation = ServiceLevelViewPage.class)))
    public Response list(@PathParam("concept") String concept, @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor, @Context UriInfo uri) {
        return parts.list(TYPE, concept, uri, limit, cursor);
    }

    @GET
    @Path("/{serviceLevel}")
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "getServiceLevel", summary = "A service level of the draft")
    @APIResponse(responseCode = "200", description = "The service level; its ETag is its own version", content = @Content(schema = @Schema(implementation = ServiceLevelView.class)))
    public Response get(@PathParam("concept") String concept, @PathParam("serviceLevel") String id) {
        return parts.get(TYPE, concept, id);
    }

    @PUT
    @Path("/{serviceLevel}")
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "changeServiceLevel", summary = "Change a service level of the draft")
    @APIResponse(responseCode = "200", description = "Changed", content = @Content(schema = @Schema(implementation = ServiceLevelView.class)))
    public Response change(@PathParam("concept") String concept, @PathParam("serviceLevel") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch, ServiceLevelContent body) {
        return parts.change(TYPE, concept, ifMatch, body.part(id));
    }

    @DELETE
    @Path("/{serviceLevel}")
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "removeServiceLevel", summary = "Remove a service level from the draft")
    @APIResponse(responseCode = "204", description = "Removed")
    public Response remove(@PathParam("concept") String concept, @PathParam("serviceLevel") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return parts.remove(TYPE, concept, ifMatch, id);
    }
}
