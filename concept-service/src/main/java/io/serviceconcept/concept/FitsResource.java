package io.serviceconcept.concept;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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

import io.serviceconcept.concept.Assessments.Assessment;
import io.serviceconcept.concept.ConceptCommand.AssessFit;
import io.serviceconcept.concept.ConceptCommand.WithdrawFit;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.http.Answers;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.ETags;
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

    /**
     * @param median 0–4; absent when nobody assessed it
     * @param spread the highest assessment less the lowest; absent when nobody assessed it
     * @param assessments in the order in which assessors came
     */
    record FitCellView(String need, String channel, @Nullable BigDecimal median, @Nullable Integer spread,
            List<GivenFit> assessments) {
    }

    /**
     * @param when it was given, or came with a merge or a split of needs
     * @param version for If-Match, to take it back
     */
    record GivenFit(String assessor, int fit, @Nullable String rationale, Instant when, long version) {
    }

    @GET
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "getFits", summary = "Who assessed how well a channel serves a need, and why")
    @APIResponse(responseCode = "200", description = "All assessments of the pair", content = @Content(schema = @Schema(implementation = FitCellView.class)))
    public Response get(@PathParam("concept") String concept, @PathParam("need") String need,
            @PathParam("channel") String channel) {
        List<RecordedEvent> events = concepts.events(concept);
        Draft draft = ConceptDecider.fold(events.stream().map(recorded -> (ConceptEvent) recorded.event()).toList()).draft();
        if (!draft.parts().has(PartKind.NEED, need) || !draft.parts().has(PartKind.CHANNEL, channel)) {
            throw Problem.notFound().exception();
        }
        List<GivenFit> given = draft.assessments().ofCell(need, channel).entrySet().stream()
                .map(one -> given(one.getKey(), one.getValue(), events)).toList();
        AssessedFit fit = given.isEmpty() ? null : AssessedFit.of(given.stream().map(GivenFit::fit).toList());
        FitCellView view = new FitCellView(need, channel, fit == null ? null : fit.median(),
                fit == null ? null : fit.spread(), given);
        return Response.ok(view).tag(ConceptDocument.fingerprint(view.toString().getBytes(StandardCharsets.UTF_8))).build();
    }

    /** The version of an assessment is that of the event that it came with. */
    private static GivenFit given(String assessor, Versioned<Assessment> given, List<RecordedEvent> events) {
        return new GivenFit(assessor, given.value().fit(), given.value().rationale(),
                events.get((int) given.version() - 1).recordedAt(), given.version());
    }

    @DELETE
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "removeFit", summary = "Take back your assessment of how well a channel serves a need", description = "If-Match carries the version of your assessment, as it was answered when you gave it and as the list of assessments says. Those of others stay.")
    @APIResponse(responseCode = "204", description = "Taken back")
    public Response withdraw(@PathParam("concept") String concept, @PathParam("need") String need,
            @PathParam("channel") String channel, @HeaderParam("If-Match") @Nullable String ifMatch) {
        concepts.change(concept, new WithdrawFit(ETags.required(ifMatch), need, channel, caller.subject()));
        return Response.noContent().build();
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
