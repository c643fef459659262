package io.serviceconcept.concept;

import java.util.Set;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.ConceptCommand.Propose;
import io.serviceconcept.concept.ConceptCommand.Withdraw;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.InvalidInput;
import io.serviceconcept.eventsourcing.http.StrictJson;
import io.smallrye.common.annotation.RunOnVirtualThread;

@Path("/v1/concepts/{concept}/proposal")
@Tag(name = "Editions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ProposalResource {

    /** It is told in an address where there is no body. */
    private static final int LONGEST_REASON = 1000;

    private final Concepts concepts;
    private final KnownIndicators indicators;
    private final StrictJson json;
    private final Caller caller;

    ProposalResource(Concepts concepts, KnownIndicators indicators, StrictJson json, Caller caller) {
        this.concepts = concepts;
        this.json = json;
        this.indicators = indicators;
        this.caller = caller;
    }

    /**
     * @param reason stays in the history
     */
    record ConceptProposal(@Nullable @Size(min = 1, max = LONGEST_REASON) String reason) {
    }

    @PUT
    @RolesAllowed({ "manager", "admin" })
    @Operation(operationId = "proposeConcept", summary = "Propose the draft", description = "Refused with every blocking reason when the draft is not coherent. If-Match carries the version of the concept. A body is only needed to say why.")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ConceptProposal.class)))
    @APIResponse(responseCode = "200", description = "Proposed", content = @Content(schema = @Schema(implementation = ConceptView.class)))
    public Response propose(@PathParam("concept") String concept, @HeaderParam("If-Match") @Nullable String ifMatch,
            byte[] body) {
        long seen = ConceptTag.required(ifMatch);
        String reason = body.length == 0 ? null : json.read(body, ConceptProposal.class).reason();
        Set<String> named = concepts.draft(concept).parts().indicators();
        return answer(concepts.change(concept, seen, new Propose(indicators.among(caller.organisation(), named), reason)));
    }

    @DELETE
    @RolesAllowed({ "manager", "admin" })
    @Operation(operationId = "withdrawProposal", summary = "Withdraw the proposal, to work on the draft again")
    @APIResponse(responseCode = "200", description = "Withdrawn", content = @Content(schema = @Schema(implementation = ConceptView.class)))
    public Response withdraw(@PathParam("concept") String concept, @HeaderParam("If-Match") @Nullable String ifMatch,
            @Parameter(description = "Why; stays in the history", schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = LONGEST_REASON)) @QueryParam("reason") @Nullable String reason) {
        long seen = ConceptTag.required(ifMatch);
        if (reason != null && (reason.isBlank() || reason.length() > LONGEST_REASON || reason.indexOf('\0') >= 0)) {
            throw new InvalidInput("?reason", "has 1-" + LONGEST_REASON + " characters");
        }
        return answer(concepts.change(concept, seen, new Withdraw(reason)));
    }

    private Response answer(Concept concept) {
        return ConceptTag.ok(concept, concepts.today());
    }
}
