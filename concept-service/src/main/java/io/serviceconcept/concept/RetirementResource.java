package io.serviceconcept.concept;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
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

import io.serviceconcept.concept.ConceptCommand.Retire;
import io.smallrye.common.annotation.RunOnVirtualThread;

@Path("/v1/concepts/{concept}/retirement")
@Tag(name = "Concepts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class RetirementResource {

    private final Concepts concepts;

    RetirementResource(Concepts concepts) {
        this.concepts = concepts;
    }

    /**
     * @param reason stays in the history
     */
    record Retirement(@NotBlank @Size(max = 4000) String reason) {
    }

    @PUT
    @RolesAllowed({ "manager", "admin" })
    @Operation(operationId = "retireConcept", summary = "Retire a concept", description = "It stays readable; nothing of it changes any more, no edition of it is in force, and none that lies ahead takes force. If-Match carries the version of the concept. Retiring it again changes nothing, whatever version is named.")
    @APIResponse(responseCode = "200", description = "Retired", content = @Content(schema = @Schema(implementation = ConceptView.class)))
    public Response retire(@PathParam("concept") String id, @HeaderParam("If-Match") @Nullable String ifMatch,
            Retirement body) {
        long seen = ConceptTag.required(ifMatch);
        Concept present = concepts.get(id);
        Concept retired = present instanceof Concept.Retired ? present
                : concepts.change(id, seen, new Retire(body.reason(), concepts.today()));
        return ConceptTag.ok(retired, concepts.today());
    }
}
