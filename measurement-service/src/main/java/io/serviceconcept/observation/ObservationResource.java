package io.serviceconcept.observation;

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
import io.smallrye.common.annotation.RunOnVirtualThread;

/** One observation, under the source and the key that its sender gave it. */
@Path("/v1/observations/{source}/{key}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Observations")
class ObservationResource {

    private final Caller caller;
    private final StrictJson json;
    private final ObservationIntake observations;
    private final EventStore store;
    private final CommandHandler<ObservationCommand, ObservationState, ObservationEvent, ObservationRejection> handler;
    private final Histories histories;

    ObservationResource(Caller caller, StrictJson json, ObservationIntake observations, EventStore store,
            Histories histories) {
        this.caller = caller;
        this.json = json;
        this.observations = observations;
        this.store = store;
        this.handler = new CommandHandler<>(store, new ObservationDecider(), ObservationEvent.class);
        this.histories = histories;
    }

    @GET
    @RolesAllowed({ "analyst", "integration", "admin" })
    @Operation(operationId = "getObservation", summary = "Show an observation")
    @APIResponse(responseCode = "200", description = "The observation as it is now", content = @Content(schema = @Schema(implementation = ObservationView.class)))
    @APIResponse(responseCode = "404", description = "No such observation, or it was retracted")
    public Response get(@PathParam("source") String source, @PathParam("key") String key) {
        return shown(key, handler.load(stream(source, key)));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ "analyst", "integration", "admin" })
    @Operation(operationId = "correctObservation", summary = "Correct an observation", description = "All of it is told again. Results of every period it counted or counts in are computed again. It builds on the version in If-Match.")
    @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ObservationContent.class)))
    @APIResponse(responseCode = "200", description = "Corrected, or it said so already", content = @Content(schema = @Schema(implementation = ObservationView.class)))
    @APIResponse(responseCode = "404", description = "No such observation, or it was retracted")
    public Response correct(@PathParam("source") String source, @PathParam("key") String key,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, byte[] body) {
        long seen = ETags.required(ifMatch);
        ObservationEvent.Content content = observations.readContent(json.parse(body), source, caller.organisation(),
                caller.now());
        return shown(key, handle(stream(source, key), seen, new ObservationCommand.Correct(content)));
    }

    @DELETE
    @RolesAllowed({ "analyst", "integration", "admin" })
    @Operation(operationId = "retractObservation", summary = "Retract an observation", description = "It counts in no result any more, and its key is as good as new. It builds on the version in If-Match.")
    @APIResponse(responseCode = "204", description = "Retracted")
    @APIResponse(responseCode = "404", description = "No such observation, or it was retracted before")
    public Response retract(@PathParam("source") String source, @PathParam("key") String key,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        long seen = ETags.required(ifMatch);
        return Answers.noContent(
                handle(stream(source, key), seen, new ObservationCommand.Retract(caller.now())).version());
    }

    @GET
    @Path("/history")
    @RolesAllowed({ "analyst", "integration", "admin" })
    @Operation(operationId = "getObservationHistory", summary = "Who did what to an observation, and when, the first first")
    @APIResponse(responseCode = "200", description = "A page; the header Link names the next", content = @Content(schema = @Schema(implementation = HistoryEntryPage.class)))
    public Response history(@PathParam("source") String source, @PathParam("key") String key,
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        PageRequest request = PageRequest.of(limit, cursor);
        List<RecordedEvent> events = store.read(stream(source, key), 0);
        if (events.isEmpty()) {
            throw Problem.notFound().exception();
        }
        return histories.page(events, ObservationEvent.class, new ObservationWording(), request, uri);
    }

    private static Response shown(String key, Loaded<ObservationState> loaded) {
        return switch (loaded.state()) {
            case ObservationState.Absent absent -> throw Problem.notFound().exception();
            case ObservationState.Standing standing -> Answers.ok(loaded.version(), ObservationView.of(key, standing));
        };
    }

    private Loaded<ObservationState> handle(StreamId stream, long seen, ObservationCommand command) {
        if (handler.load(stream).state() instanceof ObservationState.Absent) {
            // before its version is looked at: who retracts again is told that it is gone, not that it changed
            throw Problem.notFound().exception();
        }
        return switch (handler.handle(caller.context(), stream, seen, command)) {
            case Handled.Done<ObservationState, ObservationEvent, ObservationRejection> done ->
                new Loaded<>(done.state(), done.version());
            case Handled.Repeated<ObservationState, ObservationEvent, ObservationRejection> repeated ->
                throw new IllegalStateException("no idempotency key was given");
            case Handled.Rejected<ObservationState, ObservationEvent, ObservationRejection>(ObservationRejection.Absent absent) ->
                throw Problem.notFound().exception();
        };
    }

    private StreamId stream(String source, String key) {
        return observations.stream(caller.organisation(), source, key);
    }
}
