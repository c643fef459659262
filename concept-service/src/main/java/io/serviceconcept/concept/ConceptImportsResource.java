package io.serviceconcept.concept;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.serviceconcept.concept.ImportedConcept.UnresolvedIndicator;
import io.serviceconcept.eventsourcing.Handled;
import io.serviceconcept.eventsourcing.http.Answers;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.StrictJson;
import io.smallrye.common.annotation.RunOnVirtualThread;

@Path("/v1/concepts/imports")
@Tag(name = "Concepts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ConceptImportsResource {

    static final int LARGEST = 8 * 1024 * 1024;

    private final Concepts concepts;
    private final KnownIndicators indicators;
    private final StrictJson json;
    private final Caller caller;

    ConceptImportsResource(Concepts concepts, KnownIndicators indicators, StrictJson json, Caller caller) {
        this.concepts = concepts;
        this.indicators = indicators;
        this.json = json;
        this.caller = caller;
    }

    /**
     * @param unresolvedIndicators the indicators that your organisation does not have
     */
    record ConceptImportAnswer(ConceptView concept, List<UnresolvedIndicator> unresolvedIndicators) {
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ "manager", "admin" })
    @Operation(operationId = "importConcept", summary = "Make a concept from a document", description = "A new concept in your organisation, as a draft, with ids of its own. Everything that is wrong with the document is answered at once, and nothing is made of it then. An indicator that your organisation does not have is left out and answered as unresolved: the concept cannot be proposed before another is chosen. A document has at most 8 MB and holds at most 5,000 offers, 1,000 parts of any other kind and 100,000 fits, as a concept does.")
    @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ConceptDocument.class)))
    @APIResponse(responseCode = "201", description = "Made; Location is the address of the concept", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ConceptImportAnswer.class)))
    public Response make(byte[] body) {
        if (body.length > LARGEST) {
            throw ConceptImport.tooLarge("A document has at most " + LARGEST + " bytes.");
        }
        caller.bodyWas(body);
        ConceptImport.Content content = ConceptImport.read(json.parse(body), json::bind);
        ImportedConcept imported = ConceptImport.imported(content, ConceptDocument.fingerprint(body),
                UUID.randomUUID().toString(),
                indicators.among(caller.organisation(), content.indicatorsNamed()), () -> UUID.randomUUID().toString());
        return switch (concepts.create(imported.created(), imported.events())) {
            case Handled.Done<Concept, ConceptEvent, ConceptRejection> done -> created(
                    "/v1/concepts/" + imported.created().concept(), done.state(), imported);
            case Handled.Repeated<Concept, ConceptEvent, ConceptRejection> repeated -> created(repeated.location(),
                    concepts.get(repeated.location().substring("/v1/concepts/".length())), imported);
            case Handled.Rejected<Concept, ConceptEvent, ConceptRejection> rejected -> throw Refusals
                    .exception(rejected.reason());
        };
    }

    private Response created(String location, Concept concept, ImportedConcept imported) {
        return Answers.created(location, concept.draft().version(),
                new ConceptImportAnswer(ConceptView.of(concept, concepts.today()), imported.unresolved()));
    }
}
