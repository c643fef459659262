package io.serviceconcept.idea;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.DraftParts;
import io.serviceconcept.idea.Idea.Present;
import io.serviceconcept.idea.Ideas.Created;
import io.smallrye.common.annotation.RunOnVirtualThread;

@Path("/v1/concepts/{concept}/ideas")
@Tag(name = "Ideas")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class IdeasResource {

    private final Ideas ideas;
    private final DraftParts parts;

    IdeasResource(Ideas ideas, DraftParts parts) {
        this.ideas = ideas;
        this.parts = parts;
    }

    /**
     * @param to the state that is to follow
     * @param reason why, for the history
     */
    record IdeaTransition(@NotNull IdeaState to, @NotBlank @Size(max = 4000) String reason) {
    }

    @POST
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "proposeIdea", summary = "Propose an idea", description = "The needs and channels it names are those of the concept's draft.")
    @APIResponse(responseCode = "201", description = "Proposed", content = @Content(schema = @Schema(implementation = IdeaView.class)))
    public Response propose(@PathParam("concept") String concept, IdeaContent body) {
        IdeaOutline outline = body.outline();
        Created created = ideas.propose(UUID.randomUUID().toString(),
                new IdeaCommand.Propose(concept, outline, parts.among(concept, outline.references())));
        return IdeaTag.created(created.location(), view(concept, created.id(), created.idea()));
    }

    @GET
    @Path("/{idea}")
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "getIdea", summary = "An idea: what it is and how far it is")
    @APIResponse(responseCode = "200", description = "The idea", content = @Content(schema = @Schema(implementation = IdeaView.class)))
    public Response get(@PathParam("concept") String concept, @PathParam("idea") String id) {
        return IdeaTag.ok(view(concept, id, ideas.get(concept, id)));
    }

    @PUT
    @Path("/{idea}")
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "changeIdea", summary = "Change an idea", description = "Its state stays: that is moved by transitions. What was rejected or realised changes no more (idea-is-over).")
    @APIResponse(responseCode = "200", description = "Changed", content = @Content(schema = @Schema(implementation = IdeaView.class)))
    public Response change(@PathParam("concept") String concept, @PathParam("idea") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch, IdeaContent body) {
        long seen = IdeaTag.required(ifMatch);
        IdeaOutline outline = body.outline();
        return IdeaTag.ok(view(concept, id, ideas.change(concept, id, seen,
                new IdeaCommand.Change(outline, parts.among(concept, outline.references())))));
    }

    @POST
    @Path("/{idea}/transitions")
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "moveIdea", summary = "Move an idea to its next state", description = "PROPOSED → SELECTED → IN_TEST → VALIDATED or REJECTED; VALIDATED → REALISED. If-Match carries the version of the idea. A refusal lists in allowed what can follow.")
    @APIResponse(responseCode = "201", description = "Moved; Location is the idea", content = @Content(schema = @Schema(implementation = IdeaView.class)))
    public Response move(@PathParam("concept") String concept, @PathParam("idea") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch, IdeaTransition body) {
        Created moved = ideas.creating(concept, id, IdeaTag.required(ifMatch), Ideas.location(concept, id),
                new IdeaCommand.Move(body.to(), body.reason(), parts.succession(concept)));
        return IdeaTag.created(moved.location(), view(concept, id, moved.idea()));
    }

    private IdeaView view(String concept, String id, Present idea) {
        return IdeaView.of(id, idea, parts.succession(concept));
    }
}
