package io.serviceconcept.concept;

import java.util.Set;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
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

import io.serviceconcept.concept.ConceptCommand.Propose;
import io.serviceconcept.concept.ConceptCommand.Withdraw;
import io.serviceconcept.eventsourcing.http.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;

@Path("/v1/concepts/{concept}/proposal")
@Tag(name = "Editions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ProposalResource {

    private final Concepts concepts;
    private final KnownIndicators indicators;
    private final Caller caller;

    ProposalResource(Concepts concepts, KnownIndicators indicators, Caller caller) {
        this.concepts = concepts;
        this.indicators = indicators;
        this.caller = caller;
    }

    @PUT
    @RolesAllowed({ "manager", "admin" })
    @Operation(operationId = "proposeConcept", summary = "Propose the draft", description = "Refused with every blocking reason when the draft is not coherent. If-Match carries the version of the concept.")
    @APIResponse(responseCode = "200", description = "Proposed", content = @Content(schema = @Schema(implementation = ConceptView.class)))
    public Response propose(@PathParam("concept") String concept, @HeaderParam("If-Match") @Nullable String ifMatch) {
        long seen = ConceptTag.required(ifMatch);
        Set<String> named = concepts.draft(concept).parts().indicators();
        return answer(concepts.change(concept, seen, new Propose(indicators.among(caller.organisation(), named))));
    }

    @DELETE
    @RolesAllowed({ "manager", "admin" })
    @Operation(operationId = "withdrawProposal", summary = "Withdraw the proposal, to work on the draft again")
    @APIResponse(responseCode = "200", description = "Withdrawn", content = @Content(schema = @Schema(implementation = ConceptView.class)))
    public Response withdraw(@PathParam("concept") String concept, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(concepts.change(concept, ConceptTag.required(ifMatch), new Withdraw()));
    }

    private Response answer(Concept concept) {
        return ConceptTag.ok(concept, concepts.today());
    }
}
