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

@Path("/v1/concepts/{concept}/insights")
@Tag(name = "Research")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class InsightsResource {

    static final PartType<Insight> TYPE = new PartType<>(Insight.class, PartKind.INSIGHT, "insights",
            InsightView::of);

    private final PartEndpoints parts;

    InsightsResource(PartEndpoints parts) {
        this.parts = parts;
    }

    /**
     * @param name the insight in one sentence
     * @param text the whole of it
     * @param evidence what shows it: figures, observations, what was said, never by whom
     * @param researchActivity where it comes from; absent when it was known before
     * @param needs the needs it supports
     */
    record InsightContent(@NotBlank @Size(max = 200) String name, @Nullable @Size(min = 1, max = 4000) String text,
            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 4000) String> evidence,
            @Nullable @Size(min = 1, max = 200) String researchActivity,
            @Nullable @Size(max = 200) @Schema(uniqueItems = true) List<@NotBlank @Size(max = 200) String> needs) {

        Insight part(String id) {
            return new Insight(id, name, text, evidence == null ? List.of() : evidence, researchActivity,
                    needs == null ? List.of() : needs);
        }
    }

    record InsightView(String id, String name, @Nullable String text, List<String> evidence,
            @Nullable String researchActivity, List<String> needs, long version) {

        static InsightView of(Insight insight, long version) {
            return new InsightView(insight.id(), insight.name(), insight.text(), insight.evidence(),
                    insight.researchActivity(), insight.needs(), version);
        }
    }

    record InsightViewPage(List<InsightView> items) {
    }

    @POST
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "addInsight", summary = "Add an insight to the draft")
    @APIResponse(responseCode = "201", description = "Added", content = @Content(schema = @Schema(implementation = InsightView.class)))
    public Response add(@PathParam("concept") String concept, InsightContent body) {
        return parts.add(TYPE, concept, body.part(UUID.randomUUID().toString()));
    }

    @GET
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "listInsights", summary = "The insights of the draft, by name")
    @APIResponse(responseCode = "200", description = "A page; the header Link names the next", content = @Content(schema = @Schema(implementation = InsightViewPage.class)))
    public Response list(@PathParam("concept") String concept, @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor, @Context UriInfo uri) {
        return parts.list(TYPE, concept, uri, limit, cursor);
    }

    @GET
    @Path("/{insight}")
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "getInsight", summary = "An insight of the draft")
    @APIResponse(responseCode = "200", description = "The insight; its ETag is its own version", content = @Content(schema = @Schema(implementation = InsightView.class)))
    public Response get(@PathParam("concept") String concept, @PathParam("insight") String id) {
        return parts.get(TYPE, concept, id);
    }

    @PUT
    @Path("/{insight}")
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "changeInsight", summary = "Change an insight of the draft")
    @APIResponse(responseCode = "200", description = "Changed", content = @Content(schema = @Schema(implementation = InsightView.class)))
    public Response change(@PathParam("concept") String concept, @PathParam("insight") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch, InsightContent body) {
        return parts.change(TYPE, concept, ifMatch, body.part(id));
    }

    @DELETE
    @Path("/{insight}")
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "removeInsight", summary = "Remove an insight from the draft")
    @APIResponse(responseCode = "204", description = "Removed")
    public Response remove(@PathParam("concept") String concept, @PathParam("insight") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return parts.remove(TYPE, concept, ifMatch, id);
    }
}
