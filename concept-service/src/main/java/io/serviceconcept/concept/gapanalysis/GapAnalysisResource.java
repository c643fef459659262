package io.serviceconcept.concept.gapanalysis;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.serviceconcept.concept.ConceptEvent;
import io.serviceconcept.concept.ConceptId;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.http.Answers;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.InvalidInput;
import io.serviceconcept.eventsourcing.http.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;

@Path("/v1/concepts/{concept}/gap-analysis")
@Tag(name = "Gap analysis")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class GapAnalysisResource {

    private final EventStore store;
    private final Caller caller;

    GapAnalysisResource(EventStore store, Caller caller) {
        this.store = store;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "getGapAnalysis", summary = "Which needs matter, how well they are covered, and for whom they are neglected")
    @APIResponse(responseCode = "200", description = "The analysis of the draft as it is now", content = @Content(schema = @Schema(implementation = GapAnalysis.class)))
    public Response get(@PathParam("concept") String concept,
            @Parameter(description = "existing counts active channels only, planned also those planned or in a pilot", schema = @Schema(type = SchemaType.STRING, enumeration = {
                    "existing",
                    "planned" }, defaultValue = "existing")) @QueryParam("status") @DefaultValue("existing") String status) {
        Scope scope = Scope.parse(status).orElseThrow(() -> new InvalidInput("?status", "is existing or planned"));
        List<RecordedEvent> events = ConceptId.parse(concept)
                .map(id -> store.read(id.stream(caller.organisation()), 0)).orElse(List.of());
        if (events.isEmpty()) {
            throw Problem.notFound().exception();
        }
        Matrix matrix = new Matrix();
        events.forEach(recorded -> matrix.apply((ConceptEvent) recorded.event()));
        long version = events.getLast().version();
        return Answers.ok(version, new GapAnalyst(matrix, scope).analyse(concept, version));
    }
}
