package io.serviceconcept.requirement.history;

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
import io.serviceconcept.eventsourcing.http.Page;
import io.serviceconcept.eventsourcing.http.PageRequest;
import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.requirement.RequirementEvent;
import io.serviceconcept.requirement.RequirementId;
import io.serviceconcept.requirement.RequirementState;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** What happened to a requirement, oldest first. */
@Path("/v1/requirements/{requirementId}/history")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Requirements")
@RunOnVirtualThread
class RequirementHistoryResource {

    private static final TypeReference<Map<String, Object>> SAID = new TypeReference<>() {
    };

    private final EventStore store;
    private final EventTypes types;
    private final Caller caller;

    RequirementHistoryResource(EventStore store, EventTypes types, Caller caller) {
        this.store = store;
        this.types = types;
        this.caller = caller;
    }

    /**
     * @param version the version of the requirement that this made, from 1
     * @param type what happened, with the version of its shape
     * @param actor who did it
     * @param why the reason that was given, with what happened or with the request
     * @param state the state from then on
     * @param requirement what it asked for from then on
     */
    record RequirementHistoryEntry(long version, String type, Instant at, String actor, @Nullable String why,
            RequirementState state, Map<String, Object> requirement) {
    }

    /** The shape of a page, for the API's description. */
    record RequirementHistory(List<RequirementHistoryEntry> items) {
    }

    @GET
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "getRequirementHistory", summary = "Who did what to a requirement, when and why")
    @APIResponseSchema(RequirementHistory.class)
    public Response get(@PathParam("requirementId") UUID requirementId, @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor, @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor);
        StreamId stream = new RequirementId(requirementId).stream(caller.organisation());
        List<RecordedEvent> events = store.read(stream, page.number());
        if (events.isEmpty() && store.read(stream, 0).isEmpty()) {
            throw Problem.notFound().exception();
        }
        List<RequirementHistoryEntry> entries = events.stream().limit(page.limit() + 1L).map(this::entry).toList();
        return Answers.page(uri, Page.of(entries, page, entry -> Long.toString(entry.version())));
    }

    private RequirementHistoryEntry entry(RecordedEvent recorded) {
        RequirementEvent event = (RequirementEvent) recorded.event();
        return new RequirementHistoryEntry(recorded.version(), types.nameOf(event.getClass()), recorded.recordedAt(),
                recorded.metadata().actor(), why(recorded, event), event.state(),
                EventTypes.json().convertValue(event.outline(), SAID));
    }

    private static @Nullable String why(RecordedEvent recorded, RequirementEvent event) {
        String said = said(event);
        return said == null ? recorded.metadata().reason() : said;
    }

    private static @Nullable String said(RequirementEvent event) {
        return switch (event) {
            case RequirementEvent.Waived waived -> waived.reason();
            case RequirementEvent.Reopened reopened -> reopened.reason();
            case RequirementEvent.Opened opened -> null;
            case RequirementEvent.Changed changed -> null;
            case RequirementEvent.Started started -> null;
            case RequirementEvent.Fulfilled fulfilled -> null;
        };
    }
}
