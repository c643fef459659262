package io.serviceconcept.idea.history;

import java.time.Instant;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.EventTypes;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.http.Answers;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.Page;
import io.serviceconcept.eventsourcing.http.PageRequest;
import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.idea.IdeaEvent;
import io.serviceconcept.idea.IdeaEvent.IdeaProposed;
import io.serviceconcept.idea.IdeaId;
import io.smallrye.common.annotation.RunOnVirtualThread;

@Path("/v1/concepts/{concept}/ideas/{idea}/history")
@Tag(name = "Ideas")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class IdeaHistoryResource {

    private final EventStore store;
    private final EventTypes types;
    private final Caller caller;

    IdeaHistoryResource(EventStore store, EventTypes types, Caller caller) {
        this.store = store;
        this.types = types;
        this.caller = caller;
    }

    /**
     * @param version the version the idea had with it
     * @param event the stable name of what happened
     * @param what the same in words
     * @param who the subject of the token of whoever did it
     */
    record IdeaHistoryEntry(long version, String event, String what, String who, Instant when, @Nullable String why) {
    }

    record IdeaHistoryPage(List<IdeaHistoryEntry> items) {
    }

    @GET
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "getIdeaHistory", summary = "Who did what to an idea, when and why, the first first")
    @APIResponse(responseCode = "200", description = "A page; the header Link names the next", content = @Content(schema = @Schema(implementation = IdeaHistoryPage.class)))
    public Response get(@PathParam("concept") String concept, @PathParam("idea") String idea,
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        PageRequest request = PageRequest.of(limit, cursor);
        long after = request.number();
        List<IdeaHistoryEntry> found = events(concept, idea).stream().filter(recorded -> recorded.version() > after)
                .limit(request.limit() + 1L).map(this::entry).toList();
        return Answers.page(uri, Page.of(found, request, entry -> Long.toString(entry.version())));
    }

    private List<RecordedEvent> events(String concept, String idea) {
        List<RecordedEvent> events = IdeaId.parse(idea).map(id -> store.read(id.stream(caller.organisation()), 0))
                .orElse(List.of());
        if (!events.isEmpty() && events.getFirst().event() instanceof IdeaProposed proposed
                && proposed.concept().equals(concept)) {
            return events;
        }
        throw Problem.notFound().exception();
    }

    private IdeaHistoryEntry entry(RecordedEvent recorded) {
        IdeaEvent event = (IdeaEvent) recorded.event();
        return new IdeaHistoryEntry(recorded.version(), types.nameOf(event.getClass()), IdeaWording.tell(event),
                recorded.metadata().actor(), recorded.recordedAt(), IdeaWording.reason(event));
    }
}
