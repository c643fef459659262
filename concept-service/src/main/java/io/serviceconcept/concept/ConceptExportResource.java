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

import io.serviceconcept.eventsourcing.http.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;

@Path("/v1/concepts/{concept}/export")
@Tag(name = "Concepts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ConceptExportResource {

    private final Concepts concepts;
    private final IndicatorDefinitions indicators;
    private final Caller caller;

    ConceptExportResource(Concepts concepts, IndicatorDefinitions indicators, Caller caller) {
        this.concepts = concepts;
        this.indicators = indicators;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({ "analyst", "manager", "integration", "admin" })
    @Operation(operationId = "exportConcept", summary = "The whole draft of a concept as one document", description = "To keep, or to import elsewhere. Indicators are in it by definition, so that they are recognised there. It does not say who assessed.")
    @APIResponse(responseCode = "200", description = "The document", content = @Content(schema = @Schema(implementation = ConceptDocument.class)))
    public Response get(@PathParam("concept") String concept) {
        Draft draft = concepts.draft(concept);
        List<IndicatorDefinition> named = ConceptExport.indicators(draft,
                asked -> indicators.among(caller.organisation(), asked));
        // what is known of indicators changes without a new version of the concept
        return Response.ok(ConceptExport.document(draft, named))
                .tag(new EntityTag(draft.version() + "-" + Integer.toHexString(named.hashCode()))).build();
    }
}
