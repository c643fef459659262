package io.serviceconcept.eventsourcing.operations;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.ParkedRecord;
import io.serviceconcept.eventsourcing.ParkedRecords;
import io.serviceconcept.eventsourcing.ParkedRecords.Filter;
import io.serviceconcept.eventsourcing.ParkedRecords.NotItsTurn;
import io.serviceconcept.eventsourcing.ParkedRecords.Outcome;
import io.serviceconcept.eventsourcing.ParkedRecords.Place;
import io.serviceconcept.eventsourcing.http.Answers;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.InvalidInput;
import io.serviceconcept.eventsourcing.http.Page;
import io.serviceconcept.eventsourcing.http.PageRequest;
import io.serviceconcept.eventsourcing.http.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;

@Path(ThisService.ADDRESSES + "/parked-records")
@Tag(name = "Operations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("operator")
@RunOnVirtualThread
class ParkedRecordsResource {

    private final ParkedRecords records;
    private final Caller caller;

    ParkedRecordsResource(ParkedRecords records, Caller caller) {
        this.records = records;
        this.caller = caller;
    }

    record ParkedRecordPage(List<ParkedRecord> items) {
    }

    @Schema(description = "Why the record is left out for ever")
    record DiscardedRecord(@NotBlank @Size(max = 500) String reason) {
    }

    @Schema(description = "done: the record is no longer parked. handled: records that were handled, those behind it "
            + "included. waiting: records of its stream that are still parked. stoppedBy: the first one an operator must "
            + "decide about, absent when there is none")
    record ParkedRecordOutcome(boolean done, int handled, long waiting, @Nullable ParkedRecord stoppedBy) {
        static ParkedRecordOutcome of(Outcome outcome) {
            return new ParkedRecordOutcome(outcome.done(), outcome.handled(), outcome.waiting(), outcome.stoppedBy());
        }
    }

    @GET
    @Operation(operationId = "listParkedRecords", summary = "Records from other services that wait, of all organisations, without their data")
    @APIResponse(responseCode = "200", description = "A page, the longest parked first; the header Link names the next", content = @Content(schema = @Schema(implementation = ParkedRecordPage.class)))
    public Response list(@QueryParam("source") @Nullable String source,
            @QueryParam("organisation") @Nullable String organisation,
            @Parameter(description = "true: only those that halt their stream until an operator decides") @QueryParam("halting") @Nullable Boolean halting,
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        PageRequest request = PageRequest.of(limit, cursor);
        List<ParkedRecord> found = records.list(
                new Filter(text("?source", source), text("?organisation", organisation), halting),
                place(request.after()), request.limit() + 1);
        return Answers.page(uri, Page.of(found, request, record -> record.parkedAt() + "/" + record.id()));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getParkedRecord", summary = "A record that waits, without its data")
    @APIResponse(responseCode = "200", description = "The record", content = @Content(schema = @Schema(implementation = ParkedRecord.class)))
    public Response get(@PathParam("id") UUID id) {
        return Response.ok(records.find(id).orElseThrow(ParkedRecordsResource::notFound)).build();
    }

    @POST
    @Path("{id}/replay")
    @Operation(operationId = "replayParkedRecord", summary = "Tries a record again, then those that wait behind it, in order")
    @APIResponse(responseCode = "200", description = "What came of it; a record that still cannot be handled stays, with the new reason", content = @Content(schema = @Schema(implementation = ParkedRecordOutcome.class)))
    public Response replay(@PathParam("id") UUID id) {
        try {
            return Response.ok(ParkedRecordOutcome
                    .of(records.replay(id, caller.subject()).orElseThrow(ParkedRecordsResource::notFound))).build();
        } catch (NotItsTurn e) {
            throw notItsTurn(e);
        }
    }

    @POST
    @Path("{id}/discard")
    @Operation(operationId = "discardParkedRecord", summary = "Leaves a record out for ever; those that wait behind it go on")
    @APIResponse(responseCode = "200", description = "What came of it", content = @Content(schema = @Schema(implementation = ParkedRecordOutcome.class)))
    public Response discard(@PathParam("id") UUID id, @NotNull DiscardedRecord body) {
        try {
            return Response.ok(ParkedRecordOutcome.of(records.discard(id, caller.subject(), body.reason())
                    .orElseThrow(ParkedRecordsResource::notFound))).build();
        } catch (NotItsTurn e) {
            throw notItsTurn(e);
        }
    }

    private static RuntimeException notFound() {
        return Problem.notFound().exception();
    }

    private static RuntimeException notItsTurn(NotItsTurn e) {
        return Problem.of(409, "not-its-turn", "Not its turn", "Records of a stream are decided about in their order, and "
                + e.getMessage() + "; it may not have arrived yet.").with("first", e.first()).exception();
    }

    /** PostgreSQL stores no NUL, so nothing is called so. */
    private static @Nullable String text(String name, @Nullable String value) {
        if (value != null && (value.length() > 200 || value.indexOf('\0') >= 0)) {
            throw new InvalidInput(name, "has at most 200 characters, none of them NUL");
        }
        return value;
    }

    private static @Nullable Place place(@Nullable String after) {
        if (after == null) {
            return null;
        }
        try {
            int slash = after.indexOf('/');
            return new Place(Instant.parse(after.substring(0, Math.max(slash, 0))),
                    UUID.fromString(after.substring(slash + 1)));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw new InvalidInput("?cursor", "was not given out for this list");
        }
    }
}
