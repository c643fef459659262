package io.serviceconcept.concept;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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

import io.serviceconcept.concept.ImportedConcept.ResolvedIndicator;
import io.serviceconcept.concept.ImportedConcept.UnresolvedIndicator;
import io.serviceconcept.concept.ImportedConcept.UnresolvedSlice;
import io.serviceconcept.eventsourcing.Append;
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
    private final IndicatorDefinitions indicators;
    private final ConceptIdeas ideas;
    private final StrictJson json;
    private final Caller caller;

    ConceptImportsResource(Concepts concepts, IndicatorDefinitions indicators, ConceptIdeas ideas, StrictJson json,
            Caller caller) {
        this.concepts = concepts;
        this.indicators = indicators;
        this.ideas = ideas;
        this.json = json;
        this.caller = caller;
    }

    /**
     * @param resolvedIndicators the indicators that your organisation has under another id, recognised by their definition
     * @param unresolvedIndicators the indicators that your organisation does not have: define them, or choose others
     * @param unresolvedSlices what is measured along touchpoints, journeys, locations and departments of where the document
     *        comes from: choose your own
     */
    record ConceptImportAnswer(ConceptView concept, List<ResolvedIndicator> resolvedIndicators,
            List<UnresolvedIndicator> unresolvedIndicators, List<UnresolvedSlice> unresolvedSlices) {
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ "analyst", "manager", "integration", "admin" })
    @Operation(operationId = "importConcept", summary = "Make a concept from a document", description = "A new concept in your organisation, as a draft, with ids of its own. Everything that is wrong with the document is answered at once, and nothing is made of it then. An indicator is recognised by its id, else by its definition: name, unit and how it is computed. One that your organisation does not have, or has twice, is answered as unresolved: the concept keeps it as it was, and cannot be proposed before another is chosen (unknown-indicator). Touchpoints, journeys, locations and departments that slices name are kept and answered as unresolved too. A document has at most 8 MB and holds at most 5,000 offers, 1,000 parts of any other kind and 100,000 fits, as a concept does, and 900 ideas. Ideas are proposed anew, with their scores.")
    @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ConceptDocument.class)))
    @APIResponse(responseCode = "201", description = "Made; Location is the address of the concept", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ConceptImportAnswer.class)))
    public Response make(byte[] body) {
        if (body.length > LARGEST) {
            throw ConceptImport.tooLarge("A document has at most " + LARGEST + " bytes.");
        }
        caller.bodyWas(body);
        ConceptImport.Content content = ConceptImport.read(json.parse(body), json::bind, ideas::read);
        ImportedConcept imported = ConceptImport.imported(content, ConceptDocument.fingerprint(body),
                UUID.randomUUID().toString(), known(content), () -> UUID.randomUUID().toString());
        List<Append.Change> proposed = content.ideas().stream()
                .map(idea -> idea.proposed(caller.organisation(), imported.created().concept(), imported::id)).toList();
        return switch (concepts.create(imported.created(), imported.events(), proposed)) {
            case Handled.Done<Concept, ConceptEvent, ConceptRejection> done -> created(
                    "/v1/concepts/" + imported.created().concept(), done.state(), imported);
            case Handled.Repeated<Concept, ConceptEvent, ConceptRejection> repeated -> created(repeated.location(),
                    concepts.get(repeated.location().substring("/v1/concepts/".length())), imported);
            case Handled.Rejected<Concept, ConceptEvent, ConceptRejection> rejected -> throw Refusals
                    .exception(rejected.reason());
        };
    }

    /** The indicators of the organisation that the document may mean. */
    private Set<IndicatorDefinition> known(ConceptImport.Content content) {
        Set<IndicatorDefinition> known = new LinkedHashSet<>(
                indicators.among(caller.organisation(), content.indicatorsNamed()));
        known.addAll(indicators.ofKinds(caller.organisation(), content.kinds()));
        return known;
    }

    private Response created(String location, Concept concept, ImportedConcept imported) {
        return Answers.created(location, concept.draft().version(),
                new ConceptImportAnswer(ConceptView.of(concept, concepts.today()), imported.resolved(),
                        imported.unresolved(), imported.slices()));
    }
}
