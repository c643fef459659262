package io.serviceconcept.volume;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.Append;
import io.serviceconcept.eventsourcing.AppendOutcome;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.StaleVersion;
import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.eventsourcing.http.Answers;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.ETags;
import io.serviceconcept.eventsourcing.http.PageRequest;
import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.eventsourcing.http.StrictJson;
import io.serviceconcept.history.Histories;
import io.serviceconcept.history.Histories.HistoryEntryPage;
import io.serviceconcept.survey.SurveyVersion;
import io.serviceconcept.survey.Surveys;
import io.serviceconcept.volume.VolumeEvent.VolumeCorrected;
import io.serviceconcept.volume.VolumeEvent.VolumeRetracted;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** The volumes of a survey over some days, through one channel or all. */
@Path("/v1/surveys/{surveyId}/volumes/{volumeId}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Volumes")
class VolumeResource {

    private final Caller caller;
    private final Surveys surveys;
    private final StrictJson json;
    private final VolumeIntake volumes;
    private final EventStore store;
    private final Histories histories;

    VolumeResource(Caller caller, Surveys surveys, StrictJson json, VolumeIntake volumes, EventStore store,
            Histories histories) {
        this.caller = caller;
        this.surveys = surveys;
        this.json = json;
        this.volumes = volumes;
        this.store = store;
        this.histories = histories;
    }

    /** The last that was told, and the version that came with it. */
    private record Standing(VolumeEvent.Told told, long version) {
    }

    @GET
    @RolesAllowed({ "analyst", "manager", "integration", "admin" })
    @Operation(operationId = "getVolume", summary = "Show volumes over some days")
    @APIResponseSchema(VolumeView.class)
    @APIResponse(responseCode = "404", description = "No such volumes, or they were retracted")
    public Response get(@PathParam("surveyId") String surveyId, @PathParam("volumeId") String volumeId) {
        Standing standing = standing(surveyId, volumeId);
        return Answers.ok(standing.version(), VolumeView.of(volumeId, standing.told()));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ "analyst", "integration", "admin" })
    @Operation(operationId = "correctVolume", summary = "Correct volumes over some days", description = "All of it is told again. It builds on the version in If-Match.")
    @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = VolumeFigures.class)))
    @APIResponseSchema(VolumeView.class)
    @APIResponse(responseCode = "404", description = "No such volumes, or they were retracted")
    public Response correct(@PathParam("surveyId") String surveyId, @PathParam("volumeId") String volumeId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, byte[] body) {
        long seen = ETags.required(ifMatch);
        Standing standing = standing(surveyId, volumeId);
        VolumeFigures figures = volumes.readFigures(json.parse(body));
        if (standing.version() != seen) {
            throw new StaleVersion(standing.version());
        }
        VolumeEvent.Told was = standing.told();
        VolumeCorrected corrected = new VolumeCorrected(was.survey(), was.from(), was.to(), was.channel(),
                figures.volumes(), caller.now());
        if (was.sameAs(corrected)) {
            return Answers.ok(seen, VolumeView.of(volumeId, was));
        }
        append(volumeId, seen, corrected);
        return Answers.ok(seen + 1, VolumeView.of(volumeId, corrected));
    }

    @DELETE
    @RolesAllowed({ "analyst", "integration", "admin" })
    @Operation(operationId = "retractVolume", summary = "Retract volumes over some days", description = "They count in no response rate any more, and can be pushed again. It builds on the version in If-Match.")
    @APIResponse(responseCode = "204", description = "Retracted")
    @APIResponse(responseCode = "404", description = "No such volumes, or they were retracted before")
    public Response retract(@PathParam("surveyId") String surveyId, @PathParam("volumeId") String volumeId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        long seen = ETags.required(ifMatch);
        Standing standing = standing(surveyId, volumeId);
        if (standing.version() != seen) {
            throw new StaleVersion(standing.version());
        }
        VolumeEvent.Told was = standing.told();
        append(volumeId, seen, new VolumeRetracted(was.survey(), was.from(), was.to(), was.channel(), caller.now()));
        return Answers.noContent(seen + 1);
    }

    @GET
    @Path("/history")
    @RolesAllowed({ "analyst", "integration", "admin" })
    @Operation(operationId = "getVolumeHistory", summary = "Who did what to volumes, and when, the first first", description = "Also of those that were retracted.")
    @APIResponse(responseCode = "200", description = "A page; the header Link names the next", content = @Content(schema = @Schema(implementation = HistoryEntryPage.class)))
    public Response history(@PathParam("surveyId") String surveyId, @PathParam("volumeId") String volumeId,
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        PageRequest request = PageRequest.of(limit, cursor);
        return histories.page(events(surveyId, volumeId), VolumeEvent.class, new VolumeWording(), request, uri);
    }

    private void append(String volumeId, long seen, VolumeEvent event) {
        StreamId stream = VolumeIntake.stream(caller.organisation(), volumeId);
        if (store
                .append(Append.to(caller.context(), stream, seen, List.of(event))) instanceof AppendOutcome.Conflict conflict) {
            throw new StaleVersion(conflict.actualVersion());
        }
    }

    private Standing standing(String surveyId, String volumeId) {
        RecordedEvent last = events(surveyId, volumeId).getLast();
        if (last.event() instanceof VolumeEvent.Told told) {
            return new Standing(told, last.version());
        }
        throw Problem.notFound().exception();
    }

    /** All that happened to the volumes, at least one event. */
    private List<RecordedEvent> events(String surveyId, String volumeId) {
        String survey = surveys.find(caller.organisation(), surveyId).map(SurveyVersion::survey)
                .orElseThrow(() -> Problem.notFound().exception());
        List<RecordedEvent> events = VolumeIntake.isId(volumeId)
                ? store.read(VolumeIntake.stream(caller.organisation(), volumeId), 0)
                : List.of();
        if (events.isEmpty() || !((VolumeEvent) events.getLast().event()).survey().equals(survey)) {
            throw Problem.notFound().exception();
        }
        return events;
    }
}
