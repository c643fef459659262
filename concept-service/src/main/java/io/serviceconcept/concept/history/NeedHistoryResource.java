package io.serviceconcept.concept.history;

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

import io.serviceconcept.concept.ConceptId;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.EventTypes;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.http.Answers;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.Page;
import io.serviceconcept.eventsourcing.http.PageRequest;
import io.serviceconcept.eventsourcing.http.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;

@Path("/v1/concepts/{concept}/needs/{need}/history")
@Tag(name = "Needs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class NeedHistoryResource {

    private final EventStore store;
    private final EventTypes types;
    private final Caller caller;

    NeedHistoryResource(EventStore store, EventTypes types, Caller caller) {
        this.store = store;
        this.types = types;
        this.caller = caller;
    }

    /**
     * @param version the version the concept had with it
     * @param event the stable name of what happened
     * @param what the same in words
     * @param who the subject of the token of whoever did it
     * @param cameFrom for a merge or a split, the need that ended with it
     * @param became for a merge or a split, the needs that are there instead
     */
    record NeedHistoryEntry(long version, String event, String what, String who, Instant when, @Nullable String why,
            List<NeedThen> cameFrom, List<NeedThen> became) {
    }

    /**
     * @param name the name it had then
     */
    record NeedThen(String id, String name) {
    }

    record NeedHistoryPage(List<NeedHistoryEntry> items) {
    }

    @GET
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "getNeedHistory", summary = "What happened to a need, and to the needs it came from, the first first", description = "Also of a need that is no longer there: its last entry says what it became.")
    @APIResponse(responseCode = "200", description = "A page; the header Link names the next", content = @Content(schema = @Schema(implementation = NeedHistoryPage.class)))
    public Response get(@PathParam("concept") String concept, @PathParam("need") String need,
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        PageRequest request = PageRequest.of(limit, cursor);
        long after = request.number();
        List<RecordedEvent> events = ConceptId.parse(concept).map(id -> store.read(id.stream(caller.organisation()), 0))
                .orElse(List.of());
        List<NeedHistoryEntry> entries = new NeedHistory(events, types).of(need);
        if (entries.isEmpty()) {
            throw Problem.notFound().exception();
        }
        List<NeedHistoryEntry> found = entries.stream().filter(entry -> entry.version() > after)
                .limit(request.limit() + 1L).toList();
        return Answers.page(uri, Page.of(found, request, entry -> Long.toString(entry.version())));
    }
}
