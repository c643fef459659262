package io.serviceconcept.response;

import java.time.Instant;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.eventsourcing.http.StrictJson;
import io.serviceconcept.intake.Batch;
import io.serviceconcept.intake.BatchAnswer;
import io.serviceconcept.intake.Intake;
import io.serviceconcept.survey.SurveyVersion;
import io.serviceconcept.survey.Surveys;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** Responses to a survey, one by one or many at once. */
@Path("/v1/surveys/{surveyId}/responses")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Responses", description = "Answers to surveys, idempotent by the sender's own ids.")
class ResponsesResource {

    private final Caller caller;
    private final Surveys surveys;
    private final StrictJson json;
    private final ResponseIntake responses;
    private final Intake intake;

    ResponsesResource(Caller caller, Surveys surveys, StrictJson json, ResponseIntake responses, Intake intake) {
        this.caller = caller;
        this.surveys = surveys;
        this.json = json;
        this.responses = responses;
        this.intake = intake;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ "analyst", "integration", "admin" })
    @Operation(operationId = "pushResponse", summary = "Push one response", description = "The same again changes nothing, also when it was corrected meanwhile; the same id with other content is refused, and PUT corrects it. What was retracted can be pushed again.")
    @Extension(name = "x-idempotent-by", value = "id")
    @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = NewResponse.class)))
    @APIResponse(responseCode = "201", description = "Taken in", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ResponseReceipt.class)))
    @APIResponse(responseCode = "200", description = "The same was taken in before", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ResponseReceipt.class)))
    public Response push(@PathParam("surveyId") String surveyId, byte[] body) {
        SurveyVersion survey = survey(surveyId);
        Intake.Item item = responses.read(json.parse(body), caller.organisation(), survey, caller.now());
        Intake.Taken taken = intake.take(caller.context(), List.of(item)).getFirst();
        ResponseReceipt receipt = ResponseReceipt.of(item.id(), (ResponseEvent.Content) taken.stored());
        return switch (taken.outcome()) {
            case NEW -> Response.status(201).entity(receipt).build();
            case SAME -> Response.ok(receipt).build();
            case DIFFERENT -> throw ResponseIntake.REUSED.exception();
        };
    }

    @POST
    @Path("/batch")
    @Consumes({ MediaType.APPLICATION_JSON, "application/x-ndjson" })
    @RolesAllowed({ "analyst", "integration", "admin" })
    @Operation(operationId = "pushResponses", summary = "Push up to 1,000 responses; each is answered for by itself")
    @RequestBody(required = true, content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = NewResponse[].class)),
            @Content(mediaType = "application/x-ndjson", schema = @Schema(implementation = NewResponse.class)) })
    @APIResponse(responseCode = "207", description = "An outcome per item", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = BatchAnswer.class)))
    public Response pushBatch(@PathParam("surveyId") String surveyId, @HeaderParam("Content-Type") @Nullable String type,
            byte[] body) {
        SurveyVersion survey = survey(surveyId);
        List<Batch.Item> items = Batch.isLines(type) ? Batch.ofLines(body, json)
                : Batch.ofArray(json.parse(body));
        Instant now = caller.now();
        BatchAnswer answer = intake.takeAll(caller.context(), items, "id",
                item -> responses.read(item, caller.organisation(), survey, now), ResponseIntake.REUSED);
        return Response.status(207).entity(answer).build();
    }

    private SurveyVersion survey(String id) {
        return surveys.find(caller.organisation(), id).orElseThrow(() -> Problem.notFound().exception());
    }

    /** What a sender is told about a response that was taken in. */
    @Schema(name = "ResponseReceipt")
    record ResponseReceipt(String id, Instant receivedAt,
            @Schema(description = "Whom it is about, for an erasure; absent where it holds nothing about a person.") @Nullable String subject) {

        static ResponseReceipt of(String id, ResponseEvent.Content content) {
            return new ResponseReceipt(id, content.receivedAt(), ResponseView.subject(content));
        }
    }
}
