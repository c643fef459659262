package io.serviceconcept.invitation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.Append;
import io.serviceconcept.eventsourcing.AppendOutcome;
import io.serviceconcept.eventsourcing.CommandContext;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.IdempotencyConflict;
import io.serviceconcept.eventsourcing.StaleVersion;
import io.serviceconcept.eventsourcing.http.Answers;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.ETags;
import io.serviceconcept.eventsourcing.http.PageRequest;
import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.history.Histories;
import io.serviceconcept.history.Histories.HistoryEntryPage;
import io.serviceconcept.intake.Ids;
import io.serviceconcept.invitation.InvitationEvent.InvitationsIssued;
import io.serviceconcept.invitation.InvitationEvent.InvitationsWithdrawn;
import io.serviceconcept.invitation.Invitations.Batch;
import io.serviceconcept.survey.SurveyVersion;
import io.serviceconcept.survey.Surveys;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** Invitations to a survey, many at once. */
@Path("/v1/surveys/{surveyId}/invitations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Invitations", description = "Signed, for one response each, until they expire.")
class InvitationsResource {

    private final Caller caller;
    private final Surveys surveys;
    private final Invitations invitations;
    private final InvitationsConfig config;
    private final EventStore store;
    private final Histories histories;

    InvitationsResource(Caller caller, Surveys surveys, Invitations invitations, InvitationsConfig config,
            EventStore store, Histories histories) {
        this.caller = caller;
        this.surveys = surveys;
        this.invitations = invitations;
        this.config = config;
        this.store = store;
        this.histories = histories;
    }

    /** A batch of invitations as the API shows it. */
    @Schema(name = "InvitationBatch")
    record InvitationBatch(String id, int count, Instant issuedAt, Instant expiresAt, Instant interactionAt,
            boolean withdrawn, @Nullable String channel, @Nullable String touchpoint, @Nullable String group,
            @Nullable String location, @Nullable String department, @Nullable String journey, @Nullable String pilot,
            @Schema(description = "What is put behind /v1/public/surveys/; shown to who issues them, and never again.") @Nullable List<String> invitations) {

        static InvitationBatch of(Batch batch, @Nullable List<String> written) {
            InvitationsIssued issued = batch.issued();
            return new InvitationBatch(issued.batch(), issued.count(), issued.issuedAt(), issued.expiresAt(),
                    issued.interactionAt(), batch.isWithdrawn(), issued.circumstances().channel(),
                    issued.circumstances().touchpoint(), issued.circumstances().group(), issued.circumstances().location(),
                    issued.circumstances().department(), issued.circumstances().journey(), issued.circumstances().pilot(),
                    written);
        }

        /** Who has an invitation can answer. */
        @Override
        public String toString() {
            return "InvitationBatch[" + id + ']';
        }
    }

    @POST
    @RolesAllowed({ "analyst", "manager", "integration", "admin" })
    @Operation(operationId = "issueInvitations", summary = "Issue invitations to a survey", description = "Each lets somebody without a token see the form and answer it once, anonymously, at /v1/public/surveys/{invitation}.")
    @APIResponseSchema(value = InvitationBatch.class, responseCode = "201")
    public Response issue(@PathParam("surveyId") String surveyId, NewInvitations body) {
        String organisation = caller.organisation();
        invitations.requireKey();
        SurveyVersion first = first(surveyId);
        UUID id = UUID.randomUUID();
        String location = "/v1/surveys/" + first.survey() + "/invitations/" + id;
        CommandContext context = caller.creating(location);
        InvitationsIssued issued = body.issued(id.toString(), first, caller.now(), config.longest());
        Append append = Append.to(context, Invitation.stream(organisation, id), 0, List.of(issued));
        return switch (store.append(append)) {
            case AppendOutcome.Appended appended -> Answers.created(location, 1,
                    InvitationBatch.of(new Batch(issued, false, 1), invitations.written(organisation, issued)));
            case AppendOutcome.Repeated repeated -> {
                Batch earlier = batch(first.survey(),
                        repeated.location().substring(repeated.location().lastIndexOf('/') + 1));
                yield Answers.created(repeated.location(), earlier.version(),
                        InvitationBatch.of(earlier, invitations.written(organisation, earlier.issued())));
            }
            case AppendOutcome.KeyReused reused -> throw new IdempotencyConflict(false);
            case AppendOutcome.InFlight inFlight -> throw new IdempotencyConflict(true);
            case AppendOutcome.Conflict conflict -> throw new StaleVersion(conflict.actualVersion());
        };
    }

    @GET
    @Path("/{batch}")
    @RolesAllowed({ "analyst", "manager", "integration", "admin" })
    @Operation(operationId = "getInvitations", summary = "Show a batch of invitations, without the invitations themselves")
    @APIResponseSchema(InvitationBatch.class)
    public Response get(@PathParam("surveyId") String surveyId, @PathParam("batch") String batch) {
        Batch found = batch(first(surveyId).survey(), batch);
        return Answers.ok(found.version(), InvitationBatch.of(found, null));
    }

    @DELETE
    @Path("/{batch}")
    @RolesAllowed({ "analyst", "manager", "integration", "admin" })
    @Operation(operationId = "withdrawInvitations", summary = "Withdraw a batch of invitations", description = "What was answered stays. It builds on the version in If-Match.")
    @APIResponse(responseCode = "204", description = "None of them is taken any more")
    public Response withdraw(@PathParam("surveyId") String surveyId, @PathParam("batch") String batch,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        long seen = ETags.required(ifMatch);
        Batch found = batch(first(surveyId).survey(), batch);
        if (found.version() != seen) {
            throw new StaleVersion(found.version());
        }
        if (found.isWithdrawn()) {
            return Answers.noContent(found.version());
        }
        Append append = Append.to(caller.context(),
                Invitation.stream(caller.organisation(), UUID.fromString(found.issued().batch())), seen,
                List.of(new InvitationsWithdrawn(null, caller.now())));
        return switch (store.append(append)) {
            case AppendOutcome.Conflict conflict -> throw new StaleVersion(conflict.actualVersion());
            default -> Answers.noContent(seen + 1);
        };
    }

    @GET
    @Path("/{batch}/history")
    @RolesAllowed({ "analyst", "manager", "integration", "admin" })
    @Operation(operationId = "getInvitationsHistory", summary = "Who issued and withdrew a batch of invitations, and when, the first first")
    @APIResponse(responseCode = "200", description = "A page; the header Link names the next", content = @Content(schema = @Schema(implementation = HistoryEntryPage.class)))
    public Response history(@PathParam("surveyId") String surveyId, @PathParam("batch") String batch,
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        PageRequest request = PageRequest.of(limit, cursor);
        UUID id = UUID.fromString(batch(first(surveyId).survey(), batch).issued().batch());
        return histories.page(store.read(Invitation.stream(caller.organisation(), id), 0), InvitationEvent.class,
                new InvitationWording(), request, uri);
    }

    private SurveyVersion first(String id) {
        return surveys.versions(caller.organisation(), id).stream().findFirst()
                .orElseThrow(() -> Problem.notFound().exception());
    }

    private Batch batch(String survey, String id) {
        if (!Ids.isId(id)) {
            throw Problem.notFound().exception();
        }
        return invitations.find(caller.organisation(), UUID.fromString(id))
                .filter(batch -> batch.issued().survey().equals(survey))
                .orElseThrow(() -> Problem.notFound().exception());
    }
}
