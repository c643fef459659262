package io.serviceconcept.concept.gapanalysis;

import java.time.Instant;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.serviceconcept.concept.AskedMoment;
import io.serviceconcept.concept.ConceptEvent;
import io.serviceconcept.concept.ConceptId;
import io.serviceconcept.concept.gapanalysis.KeptAnswers.Answer;
import io.serviceconcept.concept.gapanalysis.KeptAnswers.Question;
import io.serviceconcept.concept.gapanalysis.WhatIfAnswer.WhatIfSums;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.http.Answers;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.InvalidInput;
import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.eventsourcing.http.Violation;
import io.smallrye.common.annotation.RunOnVirtualThread;

@Path("/v1/concepts/{concept}/gap-analysis")
@Tag(name = "Gap analysis")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class GapAnalysisResource {

    private final EventStore store;
    private final PairMeasurements measured;
    private final Caller caller;
    private final AskedMoment moment;
    private final KeptAnswers kept;
    private final ObjectMapper json;

    GapAnalysisResource(EventStore store, PairMeasurements measured, Caller caller, AskedMoment moment, KeptAnswers kept,
            ObjectMapper json) {
        this.store = store;
        this.measured = measured;
        this.caller = caller;
        this.moment = moment;
        this.kept = kept;
        this.json = json;
    }

    private record Analysed(Sheet sheet, long version) {
    }

    @GET
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "getGapAnalysis", summary = "Which needs matter, how well they are covered, for whom they are neglected, and what each channel is worth")
    @APIResponse(responseCode = "200", description = "The analysis of the draft as it is now, or as it was with what was assessed and measured by then", content = @Content(schema = @Schema(implementation = GapAnalysis.class)))
    public Response get(@PathParam("concept") String concept,
            @Parameter(description = "existing counts active channels only, planned also those planned or in a pilot", schema = @Schema(type = SchemaType.STRING, enumeration = {
                    "existing",
                    "planned" }, defaultValue = "existing")) @QueryParam("status") @DefaultValue("existing") String status,
            @Parameter(description = "assessed counts what people think of a channel, measured what customers say of it: what was not measured is unknown then", schema = @Schema(type = SchemaType.STRING, enumeration = {
                    "assessed",
                    "measured" }, defaultValue = "assessed")) @QueryParam("basis") @DefaultValue("assessed") String basis) {
        Scope scope = scope(status);
        Basis on = Basis.parse(basis).orElseThrow(() -> new InvalidInput("?basis", "is assessed or measured"));
        Instant past = moment.past();
        if (past == null) {
            Answer answer = current(new Question(caller.organisation(), concept, scope, on));
            return Answers.ok(answer.version(), answer.body());
        }
        Analysed analysed = read(concept);
        Measurements known = measured.of(caller.organisation(), concept, past);
        return Answers.ok(analysed.version(),
                new GapAnalyst(analysed.sheet(), scope, on, known).analyse(concept, analysed.version(), past));
    }

    private Answer current(Question question) {
        Measurements known = measured.of(question.organisation(), question.concept(), null);
        return kept.find(question).filter(answer -> answer.known().equals(known) && isCurrent(question, answer.version()))
                .orElseGet(() -> analysed(question, known));
    }

    private boolean isCurrent(Question question, long version) {
        return ConceptId.parse(question.concept())
                .filter(id -> store.read(id.stream(question.organisation()), version).isEmpty()).isPresent();
    }

    private Answer analysed(Question question, Measurements known) {
        Analysed analysed = read(question.concept());
        try {
            Answer answer = new Answer(analysed.version(), known,
                    json.writeValueAsBytes(new GapAnalyst(analysed.sheet(), question.scope(), question.basis(), known)
                            .analyse(question.concept(), analysed.version(), null)));
            kept.keep(question, answer);
            return answer;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an analysis holds text, numbers and lists only", e);
        }
    }

    @POST
    @Path("/what-if")
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "supposeChanges", summary = "What the gap analysis would be with other channels, fits, shares, importance or statuses", description = "Stores nothing. Errors lists everything in the body that does not fit the concept.")
    @APIResponse(responseCode = "200", description = "Before and after", content = @Content(schema = @Schema(implementation = WhatIfAnswer.class)))
    public Response whatIf(@PathParam("concept") String concept,
            @Parameter(description = "existing counts active channels only, planned also those planned or in a pilot", schema = @Schema(type = SchemaType.STRING, enumeration = {
                    "existing",
                    "planned" }, defaultValue = "existing")) @QueryParam("status") @DefaultValue("existing") String status,
            WhatIfChanges body) {
        Scope scope = scope(status);
        Analysed analysed = read(concept);
        List<Violation> violations = WhatIfChecks.violations(body, analysed.sheet());
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
        return Response.ok(new WhatIfAnswer(concept, scope.word(), analysed.version(),
                sums(analysed.sheet(), scope, concept), sums(WhatIf.supposed(analysed.sheet(), body), scope, concept)))
                .build();
    }

    private static WhatIfSums sums(Sheet sheet, Scope scope, String concept) {
        return WhatIfSums.of(new GapAnalyst(sheet, scope, Basis.ASSESSED, Measurements.NONE).analyse(concept, 0, null));
    }

    private static Scope scope(String status) {
        return Scope.parse(status).orElseThrow(() -> new InvalidInput("?status", "is existing or planned"));
    }

    private Analysed read(String concept) {
        List<RecordedEvent> events = ConceptId.parse(concept)
                .map(id -> store.read(id.stream(caller.organisation()), moment.asOf())).orElse(List.of());
        if (events.isEmpty()) {
            throw Problem.notFound().exception();
        }
        Matrix matrix = new Matrix();
        events.forEach(recorded -> matrix.apply((ConceptEvent) recorded.event()));
        return new Analysed(matrix.sheet(), events.getLast().version());
    }
}
