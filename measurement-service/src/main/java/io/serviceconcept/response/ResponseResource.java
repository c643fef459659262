package io.serviceconcept.response;

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
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.CommandHandler;
import io.serviceconcept.eventsourcing.CommandHandler.Loaded;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.Handled;
import io.serviceconcept.eventsourcing.RecordedEvent;
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
import io.smallrye.common.annotation.RunOnVirtualThread;

/** One response, under the id its sender chose. */
@Path("/v1/surveys/{surveyId}/responses")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Responses")
class ResponseResource {

    private final Caller caller;
    private final Surveys surveys;
    private final StrictJson json;
    private final ResponseIntake responses;
    private final EventStore store;
    private final CommandHandler<ResponseCommand, ResponseState, ResponseEvent, ResponseRejection> handler;
    private final Histories histories;

    ResponseResource(Caller caller, Surveys surveys, StrictJson json, ResponseIntake responses, EventStore store,
            Histories histories) {
        this.caller = caller;
        this.surveys = surveys;
        this.json = json;
        this.responses = responses;
        this.store = store;
        this.handler = new CommandHandler<>(store, new ResponseDecider(), ResponseEvent.class);
        this.histories = histories;
    }

    @GET
    @Path("/{responseId}")
    @RolesAllowed({ "analyst", "integration", "admin" })
    @Operation(operationId = "getResponse", summary = "Show a response", description = "What is about a person is shown to admins alone.")
    @APIResponse(responseCode = "200", description = "The response as it is now", content = @Content(schema = @Schema(implementation = ResponseView.class)))
    @APIResponse(responseCode = "404", description = "No such response, or it was retracted")
    public Response get(@PathParam("surveyId") String surveyId, @PathParam("responseId") String responseId,
            @Context SecurityContext security) {
        Loaded<ResponseState> loaded = handler.load(stream(survey(surveyId), responseId));
        return switch (loaded.state()) {
            case ResponseState.Absent absent -> throw Problem.notFound().exception();
            case ResponseState.Standing(ResponseEvent.Content content) -> Answers.ok(loaded.version(),
                    ResponseView.of(responseId, content, security.isUserInRole("admin")));
        };
    }

    @PUT
    @Path("/{responseId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ "analyst", "integration", "admin" })
    @Operation(operationId = "correctResponse", summary = "Correct a response", description = "All of it is told again. Results of every period it counted or counts in are computed again. It builds on the version in If-Match.")
    @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ResponseContent.class)))
    @APIResponse(responseCode = "200", description = "Corrected, or it said so already", content = @Content(schema = @Schema(implementation = ResponseView.class)))
    @APIResponse(responseCode = "404", description = "No such response, or it was retracted")
    public Response correct(@PathParam("surveyId") String surveyId, @PathParam("responseId") String responseId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @Context SecurityContext security, byte[] body) {
        long seen = ETags.required(ifMatch);
        SurveyVersion survey = survey(surveyId);
        StreamId stream = stream(survey, responseId);
        ResponseEvent.ResponseReceived content = responses.readContent(json.parse(body), caller.organisation(), stream,
                survey, caller.now());
        return switch (handle(stream, seen, new ResponseCommand.Correct(content))) {
            case Loaded<ResponseState>(ResponseState.Standing(ResponseEvent.Content now), long version) ->
                Answers.ok(version, ResponseView.of(responseId, now, security.isUserInRole("admin")));
            default -> throw new IllegalStateException("what was corrected stands");
        };
    }

    @DELETE
    @Path("/{responseId}")
    @RolesAllowed({ "analyst", "integration", "admin" })
    @Operation(operationId = "retractResponse", summary = "Retract a response", description = "It counts in no result any more, and its id is as good as new. It builds on the version in If-Match.")
    @APIResponse(responseCode = "204", description = "Retracted")
    @APIResponse(responseCode = "404", description = "No such response, or it was retracted before")
    public Response retract(@PathParam("surveyId") String surveyId, @PathParam("responseId") String responseId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        long seen = ETags.required(ifMatch);
        StreamId stream = stream(survey(surveyId), responseId);
        return Answers.noContent(handle(stream, seen, new ResponseCommand.Retract(caller.now())).version());
    }

    @GET
    @Path("/{responseId}/history")
    @RolesAllowed({ "analyst", "admin" })
    @Operation(operationId = "getResponseHistory", summary = "Who did what to a response, and when, the first first", description = "Without what it says.")
    @APIResponse(responseCode = "200", description = "A page; the header Link names the next", content = @Content(schema = @Schema(implementation = HistoryEntryPage.class)))
    public Response history(@PathParam("surveyId") String surveyId, @PathParam("responseId") String responseId,
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        PageRequest request = PageRequest.of(limit, cursor);
        List<RecordedEvent> events = store.read(stream(survey(surveyId), responseId), 0);
        if (events.isEmpty()) {
            throw Problem.notFound().exception();
        }
        return histories.page(events, ResponseEvent.class, new ResponseWording(), request, uri);
    }

    private Loaded<ResponseState> handle(StreamId stream, long seen, ResponseCommand command) {
        if (handler.load(stream).state() instanceof ResponseState.Absent) {
            // before its version is looked at: who retracts again is told that it is gone, not that it changed
            throw Problem.notFound().exception();
        }
        return switch (handler.handle(caller.context(), stream, seen, command)) {
            case Handled.Done<ResponseState, ResponseEvent, ResponseRejection> done ->
                new Loaded<>(done.state(), done.version());
            case Handled.Repeated<ResponseState, ResponseEvent, ResponseRejection> repeated ->
                throw new IllegalStateException("no idempotency key was given");
            case Handled.Rejected<ResponseState, ResponseEvent, ResponseRejection> rejected ->
                throw Problem.notFound().exception();
        };
    }

    private SurveyVersion survey(String id) {
        return surveys.find(caller.organisation(), id).orElseThrow(() -> Problem.notFound().exception());
    }

    private StreamId stream(SurveyVersion survey, String responseId) {
        return responses.stream(caller.organisation(), survey.survey(), responseId);
    }
}
