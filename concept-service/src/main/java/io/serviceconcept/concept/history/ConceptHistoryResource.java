package io.serviceconcept.concept.history;

import java.time.Instant;
import java.util.ArrayList;
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

import io.serviceconcept.concept.ConceptEvent;
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

@Path("/v1/concepts/{concept}/history")
@Tag(name = "Concepts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ConceptHistoryResource {

    private final EventStore store;
    private final EventTypes types;
    private final Caller caller;

    ConceptHistoryResource(EventStore store, EventTypes types, Caller caller) {
        this.store = store;
        this.types = types;
        this.caller = caller;
    }

    /**
     * @param version the version the concept had with it
     * @param event the stable name of what happened
     * @param what the same in words
     * @param who the subject of the token of whoever did it
     */
    record ConceptHistoryEntry(long version, String event, String what, String who, Instant when, @Nullable String why) {
    }

    record ConceptHistoryPage(List<ConceptHistoryEntry> items) {
    }

    @GET
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "getConceptHistory", summary = "Who did what to a concept, when and why, the first first")
    @APIResponse(responseCode = "200", description = "A page; the header Link names the next", content = @Content(schema = @Schema(implementation = ConceptHistoryPage.class)))
    public Response get(@PathParam("concept") String concept, @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor, @Context UriInfo uri) {
        PageRequest request = PageRequest.of(limit, cursor);
        long after = request.number();
        List<ConceptHistoryEntry> found = entries(concept).stream().filter(entry -> entry.version() > after)
                .limit(request.limit() + 1L).toList();
        return Answers.page(uri, Page.of(found, request, entry -> Long.toString(entry.version())));
    }

    private List<ConceptHistoryEntry> entries(String concept) {
        List<RecordedEvent> events = ConceptId.parse(concept)
                .map(id -> store.read(id.stream(caller.organisation()), 0)).orElse(List.of());
        if (events.isEmpty()) {
            throw Problem.notFound().exception();
        }
        Wording wording = new Wording();
        List<ConceptHistoryEntry> entries = new ArrayList<>();
        for (RecordedEvent recorded : events) {
            ConceptEvent event = (ConceptEvent) recorded.event();
            entries.add(new ConceptHistoryEntry(recorded.version(), types.nameOf(event.getClass()), wording.tell(event),
                    recorded.metadata().actor(), recorded.recordedAt(), Wording.reason(event)));
        }
        return entries;
    }
}
