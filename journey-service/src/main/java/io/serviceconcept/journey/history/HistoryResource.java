package io.serviceconcept.journey.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.type.TypeReference;

import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.EventTypes;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.eventsourcing.http.Answers;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.InvalidInput;
import io.serviceconcept.eventsourcing.http.Page;
import io.serviceconcept.eventsourcing.http.PageRequest;
import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.journey.JourneyId;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** What happened to a journey, oldest first. */
@Path("/v1/journeys/{journeyId}/history")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Journeys")
@RunOnVirtualThread
class HistoryResource {

    private static final TypeReference<Map<String, Object>> SAID = new TypeReference<>() {
    };

    private final EventStore store;
    private final EventTypes types;
    private final Caller caller;

    HistoryResource(EventStore store, EventTypes types, Caller caller) {
        this.store = store;
        this.types = types;
        this.caller = caller;
    }

    /**
     * @param version the version of the journey that this made, from 1
     * @param type what happened, with the version of its shape
     * @param actor who did it
     * @param why the reason that was given with the request
     * @param change what it said
     */
    record JourneyHistoryEntry(long version, String type, Instant at, String actor, @Nullable String why,
            Map<String, Object> change) {
    }

    @GET
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "getJourneyHistory", summary = "Who did what to a journey, when and why")
    @APIResponseSchema(JourneyHistory.class)
    public Response get(@PathParam("journeyId") UUID journeyId, @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor, @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor);
        StreamId stream = new JourneyId(journeyId).stream(caller.organisation());
        List<RecordedEvent> events = store.read(stream, after(page));
        if (events.isEmpty() && store.read(stream, 0).isEmpty()) {
            throw Problem.notFound().exception();
        }
        List<JourneyHistoryEntry> entries = events.stream().limit(page.limit() + 1L).map(this::entry).toList();
        return Answers.page(uri, Page.of(entries, page, entry -> Long.toString(entry.version())));
    }

    /** The shape of a page, for the API's description. */
    record JourneyHistory(List<JourneyHistoryEntry> items) {
    }

    private JourneyHistoryEntry entry(RecordedEvent recorded) {
        return new JourneyHistoryEntry(recorded.version(), types.nameOf(recorded.event().getClass()),
                recorded.recordedAt(), recorded.metadata().actor(), recorded.metadata().reason(),
                EventTypes.json().convertValue(recorded.event(), SAID));
    }

    private static long after(PageRequest page) {
        String after = page.after();
        try {
            return after == null ? 0 : Long.parseLong(after);
        } catch (NumberFormatException e) {
            throw new InvalidInput("?cursor", "is of another list");
        }
    }
}
