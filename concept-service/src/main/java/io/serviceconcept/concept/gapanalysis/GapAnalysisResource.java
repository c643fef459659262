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
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.serviceconcept.concept.AskedMoment;
import io.serviceconcept.concept.gapanalysis.DraftSheets.DraftSheet;
import io.serviceconcept.concept.gapanalysis.KeptAnswers.Answer;
import io.serviceconcept.concept.gapanalysis.KeptAnswers.Question;
import io.serviceconcept.eventsourcing.AsOf;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.InvalidInput;
import io.serviceconcept.eventsourcing.http.Violation;
import io.smallrye.common.annotation.RunOnVirtualThread;

@Path("/v1/concepts/{concept}/gap-analysis")
@Tag(name = "Gap analysis")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class GapAnalysisResource {

    private final DraftSheets sheets;
    private final GapAnalyses analyses;
    private final PairMeasurements measured;
    private final Caller caller;
    private final AskedMoment moment;

    GapAnalysisResource(DraftSheets sheets, GapAnalyses analyses, PairMeasurements measured, Caller caller,
            AskedMoment moment) {
        this.sheets = sheets;
        this.measured = measured;
        this.analyses = analyses;
        this.caller = caller;
        this.moment = moment;
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
        Question question = new Question(caller.organisation(), concept, Scope.asked(status), Basis.asked(basis));
        Instant past = moment.past();
        Answer answer = past == null ? analyses.now(question) : analyses.then(question, moment.asOf(), past);
        return Response.ok(answer.body()).tag(answer.tag()).build();
    }

    @POST
    @Path("/what-if")
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Extension(name = "x-without-history", value = "nothing is stored")
    @Operation(operationId = "supposeChanges", summary = "What the gap analysis would be with other channels, fits, shares, importance or statuses", description = "Stores nothing. Errors lists everything in the body that does not fit the concept.")
    @APIResponse(responseCode = "200", description = "Before and after", content = @Content(schema = @Schema(implementation = WhatIfAnswer.class)))
    public Response whatIf(@PathParam("concept") String concept,
            @Parameter(description = "existing counts active channels only, planned also those planned or in a pilot", schema = @Schema(type = SchemaType.STRING, enumeration = {
                    "existing",
                    "planned" }, defaultValue = "existing")) @QueryParam("status") @DefaultValue("existing") String status,
            @Parameter(description = "assessed counts what people think of a channel, measured what customers say of it: what was not measured is unknown then. Fits that are supposed take the place of either", schema = @Schema(type = SchemaType.STRING, enumeration = {
                    "assessed",
                    "measured" }, defaultValue = "assessed")) @QueryParam("basis") @DefaultValue("assessed") String basis,
            WhatIfChanges body) {
        Scope scope = Scope.asked(status);
        Basis on = Basis.asked(basis);
        Instant past = moment.pastOfReading();
        DraftSheet analysed = sheets.of(concept, AsOf.of(past));
        List<Violation> violations = WhatIfChecks.violations(body, analysed.sheet());
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
        Measurements known = measured.of(caller.organisation(), concept, past);
        return Response.ok(WhatIfAnswer.of(concept, analysed, past, scope, on, known, body)).build();
    }
}
