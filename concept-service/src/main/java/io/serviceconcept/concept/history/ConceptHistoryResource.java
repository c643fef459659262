package io.serviceconcept.concept.history;

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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.ConceptEvent;
import io.serviceconcept.concept.ConceptId;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.PageRequest;
import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.history.Histories;
import io.serviceconcept.history.Histories.HistoryEntryPage;
import io.serviceconcept.history.HistoryFilter;
import io.smallrye.common.annotation.RunOnVirtualThread;

@Path("/v1/concepts/{concept}/history")
@Tag(name = "Concepts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ConceptHistoryResource {

    private final EventStore store;
    private final Histories histories;
    private final Caller caller;

    ConceptHistoryResource(EventStore store, Histories histories, Caller caller) {
        this.store = store;
        this.histories = histories;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "getConceptHistory", summary = "Who did what to a concept, when and why, the first first")
    @APIResponse(responseCode = "200", description = "A page; the header Link names the next", content = @Content(schema = @Schema(implementation = HistoryEntryPage.class)))
    public Response get(@PathParam("concept") String concept,
            @Parameter(description = "With a minus the last first", schema = @Schema(type = SchemaType.STRING, enumeration = {
                    "version",
                    "-version" }, defaultValue = "version")) @QueryParam("sort") @Nullable String sort,
            @Parameter(description = "Only what has this stable name") @QueryParam("event") @Nullable String event,
            @Parameter(description = "Only what this subject did") @QueryParam("who") @Nullable String who,
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor, @Context UriInfo uri) {
        PageRequest request = PageRequest.of(limit, cursor);
        HistoryFilter filter = HistoryFilter.asked(sort, event, who);
        List<RecordedEvent> events = ConceptId.parse(concept)
                .map(id -> store.read(id.stream(caller.organisation()), 0)).orElse(List.of());
        if (events.isEmpty()) {
            throw Problem.notFound().exception();
        }
        return histories.page(events, ConceptEvent.class, new Wording(), filter, request, uri);
    }
}
