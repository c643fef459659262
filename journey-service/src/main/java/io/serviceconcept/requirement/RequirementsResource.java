package io.serviceconcept.requirement;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.http.Answers;
import io.serviceconcept.eventsourcing.http.ETags;
import io.serviceconcept.requirement.RequirementCommand.Change;
import io.serviceconcept.requirement.RequirementCommand.Move;
import io.serviceconcept.requirement.RequirementCommand.Open;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** A requirement. */
@Path("/v1/requirements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Requirements")
@RunOnVirtualThread
class RequirementsResource {

    private final Requirements requirements;

    RequirementsResource(Requirements requirements) {
        this.requirements = requirements;
    }

    /**
     * @param reason why; required to waive a requirement and to open it again
     */
    record NewRequirementState(@NotNull RequirementState state, @Nullable @Size(max = 4000) String reason) {
    }

    @POST
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "openRequirement", summary = "Open a requirement of a channel or a touchpoint", description = "A blocking one keeps its channel from becoming ACTIVE until it is fulfilled or waived. The concept service hears of it a moment later.")
    @APIResponseSchema(value = RequirementView.class, responseCode = "201")
    public Response open(RequirementDescription body) {
        RequirementOutline outline = body.outline();
        requirements.requireKnown(outline);
        Requirements.Creation made = requirements.open(new RequirementId(UUID.randomUUID()), new Open(outline));
        return Answers.created(made.location(), made.requirement().version(), made.requirement());
    }

    @GET
    @Path("/{requirementId}")
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "getRequirement", summary = "A requirement")
    @APIResponseSchema(RequirementView.class)
    public Response get(@PathParam("requirementId") UUID requirementId) {
        return answer(requirements.view(new RequirementId(requirementId)));
    }

    @PUT
    @Path("/{requirementId}")
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "changeRequirement", summary = "Change what a requirement asks for; it stays with its concept", description = "What is fulfilled or waived is opened again first.")
    @APIResponseSchema(RequirementView.class)
    public Response change(@PathParam("requirementId") UUID requirementId,
            @HeaderParam("If-Match") @Nullable String ifMatch, RequirementDescription body) {
        long version = ETags.required(ifMatch);
        RequirementId id = new RequirementId(requirementId);
        requirements.view(id);
        RequirementOutline outline = body.outline();
        requirements.requireKnown(outline);
        return answer(requirements.change(id, version, new Change(outline)));
    }

    @PUT
    @Path("/{requirementId}/state")
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "changeRequirementState", summary = "Begin with a requirement, fulfil it, waive it or open it again", description = "OPEN is followed by IN_PROGRESS, that by FULFILLED; both can be WAIVED. What is FULFILLED or WAIVED can become OPEN again. To waive and to open again, say why.")
    @APIResponseSchema(RequirementView.class)
    public Response changeState(@PathParam("requirementId") UUID requirementId,
            @HeaderParam("If-Match") @Nullable String ifMatch, NewRequirementState body) {
        return answer(requirements.change(new RequirementId(requirementId), ETags.required(ifMatch),
                new Move(body.state(), body.reason())));
    }

    private static Response answer(RequirementView requirement) {
        return Answers.ok(requirement.version(), requirement);
    }
}
