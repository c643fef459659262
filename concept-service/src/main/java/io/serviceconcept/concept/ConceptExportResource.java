package io.serviceconcept.concept;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import com.fasterxml.jackson.databind.JsonNode;

import io.serviceconcept.eventsourcing.http.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;

@Path("/v1/concepts/{concept}/export")
@Tag(name = "Concepts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ConceptExportResource {

    private final Concepts concepts;
    private final IndicatorDefinitions indicators;
    private final ConceptIdeas ideas;
    private final Caller caller;

    ConceptExportResource(Concepts concepts, IndicatorDefinitions indicators, ConceptIdeas ideas, Caller caller) {
        this.concepts = concepts;
        this.indicators = indicators;
        this.ideas = ideas;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({ "analyst", "manager", "integration", "admin" })
    @Operation(operationId = "exportConcept", summary = "The whole draft of a concept and its open ideas as one document", description = "To keep, or to import elsewhere. Indicators are in it by definition, so that they are recognised there. It does not say who assessed, and has no concept tests and no quotes: they are about the people who took part, who were not asked whether it may leave the organisation.")
    @APIResponse(responseCode = "200", description = "The document", content = @Content(schema = @Schema(implementation = ConceptDocument.class)))
    public Response get(@PathParam("concept") String concept) {
        Draft draft = concepts.draft(concept);
        List<IndicatorDefinition> named = ConceptExport.indicators(draft,
                asked -> indicators.among(caller.organisation(), asked));
        List<JsonNode> told = ideas.of(concept).stream().map(Trees::of).toList();
        // what is known of indicators and the ideas change without a new version of the concept
        return Response.ok(ConceptExport.document(draft, named, told))
                .tag(new EntityTag(draft.version() + "-" + Integer.toHexString(List.of(named, told).hashCode()))).build();
    }
}
