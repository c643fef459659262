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

import io.serviceconcept.concept.ResearchActivity.OrganisationLevel;
import io.serviceconcept.concept.ResearchActivity.ResearchKind;
import io.smallrye.common.annotation.RunOnVirtualThread;

@Path("/v1/concepts/{concept}/research-activities")
@Tag(name = "Research")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ResearchActivitiesResource {

    static final PartType<ResearchActivity> TYPE = new PartType<>(ResearchActivity.class, PartKind.RESEARCH_ACTIVITY,
            "research-activities",
            ResearchActivityView::of);

    private final PartEndpoints parts;

    ResearchActivitiesResource(PartEndpoints parts) {
        this.parts = parts;
    }

    /**
     * @param endDate the last day; absent while it is going on
     * @param participants how many took part, or how many customers the data are of
     * @param groups the customer groups it reached
     * @param organisationLevel the level of the organisation it was held at; needed for an INTERNAL_SESSION, absent for what
     *        was held outside
     */
    record ResearchActivityContent(@NotBlank @Size(max = 200) String name, @Nullable @Size(max = 4000) String description,
            @NotNull ResearchKind kind, @NotNull LocalDate startDate, @Nullable LocalDate endDate,
            @Nullable @Min(0) @Max(100_000_000) Integer participants,
            @Nullable @Size(max = 200) @Schema(uniqueItems = true) List<@NotBlank @Size(max = 200) String> groups,
            @Nullable OrganisationLevel organisationLevel) {

        ResearchActivity part(String id) {
            new Checks().require(kind != ResearchKind.INTERNAL_SESSION || organisationLevel != null, "/organisationLevel",
                    "is required for an INTERNAL_SESSION").pass();
            return new ResearchActivity(id, name, description, kind, startDate, endDate, participants,
                    groups == null ? List.of() : groups, organisationLevel);
        }
    }

    record ResearchActivityView(String id, String name, @Nullable String description, ResearchKind kind,
            LocalDate startDate, @Nullable LocalDate endDate, @Nullable Integer participants, List<String> groups,
            @Nullable OrganisationLevel organisationLevel, long version) {

        static ResearchActivityView of(ResearchActivity activity, long version) {
            return new ResearchActivityView(activity.id(), activity.name(), activity.description(), activity.kind(),
                    activity.startDate(), activity.endDate(), activity.participants(), activity.groups(),
                    activity.organisationLevel(), version);
        }
    }

    record ResearchActivityViewPage(List<ResearchActivityView> items) {
    }

    @POST
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "addResearchActivity", summary = "Add a research activity to the draft")
    @APIResponse(responseCode = "201", description = "Added", content = @Content(schema = @Schema(implementation = ResearchActivityView.class)))
    public Response add(@PathParam("concept") String concept, ResearchActivityContent body) {
        return parts.add(TYPE, concept, body.part(UUID.randomUUID().toString()));
    }

    @GET
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "listResearchActivities", summary = "The research activities of the draft, by name")
    @APIResponse(responseCode = "200", description = "A page; the header Link names the next", content = @Content(schema = @Schema(implementation = ResearchActivityViewPage.class)))
    public Response list(@PathParam("concept") String concept, @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor, @Context UriInfo uri) {
        return parts.list(TYPE, concept, uri, limit, cursor);
    }

    @GET
    @Path("/{activity}")
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "getResearchActivity", summary = "A research activity of the draft")
    @APIResponse(responseCode = "200", description = "The research activity; its ETag is its own version", content = @Content(schema = @Schema(implementation = ResearchActivityView.class)))
    public Response get(@PathParam("concept") String concept, @PathParam("activity") String id) {
        return parts.get(TYPE, concept, id);
    }

    @PUT
    @Path("/{activity}")
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "changeResearchActivity", summary = "Change a research activity of the draft")
    @APIResponse(responseCode = "200", description = "Changed", content = @Content(schema = @Schema(implementation = ResearchActivityView.class)))
    public Response change(@PathParam("concept") String concept, @PathParam("activity") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch, ResearchActivityContent body) {
        return parts.change(TYPE, concept, ifMatch, body.part(id));
    }

    @DELETE
    @Path("/{activity}")
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "removeResearchActivity", summary = "Remove a research activity from the draft")
    @APIResponse(responseCode = "204", description = "Removed")
    public Response remove(@PathParam("concept") String concept, @PathParam("activity") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return parts.remove(TYPE, concept, ifMatch, id);
    }
}
