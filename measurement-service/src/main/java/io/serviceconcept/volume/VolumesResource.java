package io.serviceconcept.volume;

import java.time.Instant;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
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

import io.serviceconcept.eventsourcing.http.Answers;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.Page;
import io.serviceconcept.eventsourcing.http.PageRequest;
import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.eventsourcing.http.StrictJson;
import io.serviceconcept.intake.Batch;
import io.serviceconcept.intake.BatchAnswer;
import io.serviceconcept.intake.Intake;
import io.serviceconcept.survey.SurveyVersion;
import io.serviceconcept.survey.Surveys;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** The volumes of a survey: how many customers there were, and how many were offered it. */
@Path("/v1/surveys/{surveyId}/volumes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Volumes", description = "Customers, offered, answered; and the response rate.")
class VolumesResource {

    private final Caller caller;
    private final Surveys surveys;
    private final StrictJson json;
    private final VolumeIntake volumes;
    private final VolumeQueries queries;
    private final Intake intake;

    VolumesResource(Caller caller, Surveys surveys, StrictJson json, VolumeIntake volumes, VolumeQueries queries,
            Intake intake) {
        this.caller = caller;
        this.surveys = surveys;
        this.json = json;
        this.volumes = volumes;
        this.queries = queries;
        this.intake = intake;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ "analyst", "integration", "admin" })
    @Operation(operationId = "pushVolumes", summary = "Push the volumes over some days and a channel, or up to 1,000 as an array", description = "Survey, days and channel are their identity: the same again changes nothing, other volumes over the same are refused, PUT corrects them and DELETE retracts them.")
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
                    item -> volumes.read(item, organisation, survey, now), VolumeIntake.REUSED);
            return Response.status(207).entity(answer).build();
        }
        Intake.Item item = volumes.read(parsed, organisation, survey, now);
        Intake.Taken taken = intake.take(caller.context(), List.of(item)).getFirst();
        VolumeView view = VolumeView.of(item.id(), (VolumeEvent.Told) taken.stored());
        return switch (taken.outcome()) {
            case NEW -> Answers.created("/v1/surveys/" + survey + "/volumes/" + item.id(), taken.version(), view);
            case SAME -> Response.ok(view).build();
            case DIFFERENT -> throw VolumeIntake.REUSED.exception();
        };
    }

    /** A page of the list. */
    @Schema(name = "VolumeList")
    record VolumeList(List<VolumeView> items) {
    }

    @GET
    @RolesAllowed({ "analyst", "manager", "integration", "admin" })
    @Operation(operationId = "listVolumes", summary = "List the volumes of a survey, oldest first", description = "For who works with them: few answers are not withheld, as they are in response-rates.")
    @APIResponseSchema(VolumeList.class)
    public Response list(@PathParam("surveyId") String surveyId, @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor, @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor);
        String after = page.after() == null ? "" : page.after();
        List<VolumeView> found = queries.list(caller.organisation(), survey(surveyId), after, page.limit() + 1);
        return Answers.page(uri, Page.of(found, page,
                volume -> volume.from() + "|" + volume.to() + "|" + (volume.channel() == null ? "" : volume.channel())));
    }

    private String survey(String id) {
        return surveys.find(caller.organisation(), id).map(SurveyVersion::survey)
                .orElseThrow(() -> Problem.notFound().exception());
    }
}
