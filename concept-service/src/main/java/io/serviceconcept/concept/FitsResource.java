package io.serviceconcept.concept;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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

import io.serviceconcept.concept.Assessments.Assessment;
import io.serviceconcept.concept.ConceptCommand.AssessFit;
import io.serviceconcept.eventsourcing.http.Answers;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;

@Path("/v1/concepts/{concept}/gap-analysis/fits/{need}/{channel}")
@Tag(name = "Gap analysis")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class FitsResource {

    private final Concepts concepts;
    private final Caller caller;

    FitsResource(Concepts concepts, Caller caller) {
        this.concepts = concepts;
        this.caller = caller;
    }

    /**
     * @param fit 0 does not serve the need – 4 serves it fully; 3 and more is adequate
     */
    record FitContent(@NotNull @Min(0) @Max(4) Integer fit, @Nullable @Size(max = 4000) String rationale) {
    }

    record FitView(String need, String channel, String assessor, int fit, @Nullable String rationale) {
    }

    @PUT
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "assessFit", summary = "Assess how well a channel serves a need", description = "Every assessor has one assessment per need and channel: yours replaces the one you gave before and leaves those of others alone, so no If-Match is asked.")
    @APIResponse(responseCode = "200", description = "Your assessment", content = @Content(schema = @Schema(implementation = FitView.class)))
    public Response assess(@PathParam("concept") String concept, @PathParam("need") String need,
            @PathParam("channel") String channel, FitContent body) {
        String assessor = caller.subject();
        Concept assessed = concepts.change(concept,
                new AssessFit(need, channel, assessor, body.fit(), body.rationale()));
        Versioned<Assessment> given = assessed.draft().assessments().find(need, channel, assessor)
                .orElseThrow(() -> Problem.notFound().exception());
        return Answers.ok(given.version(),
                new FitView(need, channel, assessor, given.value().fit(), given.value().rationale()));
    }
}
