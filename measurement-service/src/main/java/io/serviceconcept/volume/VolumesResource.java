package io.serviceconcept.volume;

import java.time.Instant;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import io.serviceconcept.eventsourcing.Append;
import io.serviceconcept.eventsourcing.AppendOutcome;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.StaleVersion;
import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.eventsourcing.http.Answers;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.ETags;
import io.serviceconcept.eventsourcing.http.Page;
import io.serviceconcept.eventsourcing.http.PageRequest;
import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.eventsourcing.http.StrictJson;
import io.serviceconcept.intake.Batch;
import io.serviceconcept.intake.BatchAnswer;
import io.serviceconcept.intake.Intake;
import io.serviceconcept.survey.SurveyVersion;
import io.serviceconcept.survey.Surveys;
import io.serviceconcept.volume.VolumeEvent.VolumeCorrected;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** The volumes of a survey: how many customers there were, and how many were offered it. */
@Path("/v1/surveys/{surveyId}/volumes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Volumes", description = "Customers, offered, answered; and the response rate.")
class VolumesResource {

    private static final Problem REUSED = Problem.of(409, "volume-reported-before", "Reported before",
            "Other volumes were reported over these days and this channel; correct them.");

    private final Caller caller;
    private final Surveys surveys;
    private final StrictJson json;
    private final VolumeIntake volumes;
    private final VolumeQueries queries;
    private final Intake intake;
    private final EventStore store;

    VolumesResource(Caller caller, Surveys surveys, StrictJson json, VolumeIntake volumes, VolumeQueries queries,
            Intake intake, EventStore store) {
        this.caller = caller;
        this.surveys = surveys;
        this.json = json;
        this.volumes = volumes;
        this.queries = queries;
        this.intake = intake;
        this.store = store;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ "analyst", "integration", "admin" })
    @Operation(operationId = "pushVolumes", summary = "Push the volumes over some days and a channel, or up to 1,000 as an array", description = "Survey, days and channel are their identity: the same again changes nothing, other volumes over the same are refused, and PUT corrects them.")
    @Extension(name = "x-idempotent-by", value = "days and channel")
    @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(oneOf = {
            NewVolume.class, NewVolume[].class })))
    @APIResponse(responseCode = "201", description = "Taken in", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = VolumeView.class)))
    @APIResponse(responseCode = "200", description = "The same was taken in before", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = VolumeView.class)))
    @APIResponse(responseCode = "207", description = "For an array: an outcome per item", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = BatchAnswer.class)))
    public Response push(@PathParam("surveyId") String surveyId, byte[] body) {
        String survey = survey(surveyId);
        String organisation = caller.organisation();
        Instant now = caller.now();
        JsonNode parsed = json.parse(body);
        if (parsed.isArray()) {
            BatchAnswer answer = intake.takeAll(caller.context(), Batch.ofArray(parsed), "id",
                    item -> volumes.read(item, organisation, survey, now), REUSED);
            return Response.status(207).entity(answer).build();
        }
        Intake.Item item = volumes.read(parsed, organisation, survey, now);
        Intake.Taken taken = intake.take(caller.context(), List.of(item)).getFirst();
        VolumeView view = VolumeView.of(item.id(), (VolumeEvent) taken.stored());
        return switch (taken.outcome()) {
            case NEW -> Answers.created("/v1/surveys/" + survey + "/volumes/" + item.id(), 1, view);
            case SAME -> Response.ok(view).build();
            case DIFFERENT -> throw REUSED.exception();
        };
    }

    /** A page of the list. */
    @Schema(name = "VolumeList")
    record VolumeList(List<VolumeView> items) {
    }

    @GET
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "integration", "admin" })
    @Operation(operationId = "listVolumes", summary = "List the volumes of a survey, oldest first")
    @APIResponseSchema(VolumeList.class)
    public Response list(@PathParam("surveyId") String surveyId, @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor, @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor);
        String after = page.after() == null ? "" : page.after();
        List<VolumeView> found = queries.list(caller.organisation(), survey(surveyId), after, page.limit() + 1);
        return Answers.page(uri, Page.of(found, page,
                volume -> volume.from() + "|" + volume.to() + "|" + (volume.channel() == null ? "" : volume.channel())));
    }

    @GET
    @Path("/{volumeId}")
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "integration", "admin" })
    @Operation(operationId = "getVolume", summary = "Show volumes over some days")
    @APIResponseSchema(VolumeView.class)
    public Response get(@PathParam("surveyId") String surveyId, @PathParam("volumeId") String volumeId) {
        RecordedEvent last = last(survey(surveyId), volumeId);
        return Answers.ok(last.version(), VolumeView.of(volumeId, (VolumeEvent) last.event()));
    }

    @PUT
    @Path("/{volumeId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ "analyst", "integration", "admin" })
    @Operation(operationId = "correctVolume", summary = "Correct volumes over some days", description = "All of it is told again. It builds on the version in If-Match.")
    @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = VolumeFigures.class)))
    @APIResponseSchema(VolumeView.class)
    public Response correct(@PathParam("surveyId") String surveyId, @PathParam("volumeId") String volumeId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, byte[] body) {
        long seen = ETags.required(ifMatch);
        RecordedEvent last = last(survey(surveyId), volumeId);
        VolumeFigures figures = volumes.readFigures(json.parse(body));
        if (last.version() != seen) {
            throw new StaleVersion(last.version());
        }
        VolumeEvent was = (VolumeEvent) last.event();
        VolumeCorrected corrected = new VolumeCorrected(was.survey(), was.from(), was.to(), was.channel(),
                figures.volumes(), caller.now());
        if (was.sameAs(corrected)) {
            return Answers.ok(seen, VolumeView.of(volumeId, was));
        }
        StreamId stream = VolumeIntake.stream(caller.organisation(), volumeId);
        return switch (store.append(Append.to(caller.context(), stream, seen, List.of(corrected)))) {
            case AppendOutcome.Conflict conflict -> throw new StaleVersion(conflict.actualVersion());
            default -> Answers.ok(seen + 1, VolumeView.of(volumeId, corrected));
        };
    }

    private RecordedEvent last(String survey, String volumeId) {
        List<RecordedEvent> events = VolumeIntake.isId(volumeId)
                ? store.read(VolumeIntake.stream(caller.organisation(), volumeId), 0)
                : List.of();
        if (events.isEmpty() || !((VolumeEvent) events.getLast().event()).survey().equals(survey)) {
            throw Problem.notFound().exception();
        }
        return events.getLast();
    }

    private String survey(String id) {
        return surveys.find(caller.organisation(), id).map(SurveyVersion::survey)
                .orElseThrow(() -> Problem.notFound().exception());
    }
}
