package io.serviceconcept.invitation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.serviceconcept.eventsourcing.CommandContext;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.InvalidInput;
import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.eventsourcing.http.StrictJson;
import io.serviceconcept.eventsourcing.http.Trace;
import io.serviceconcept.eventsourcing.http.Violation;
import io.serviceconcept.intake.Intake;
import io.serviceconcept.invitation.InvitationEvent.InvitationsIssued;
import io.serviceconcept.invitation.Invitations.Batch;
import io.serviceconcept.response.ResponseEvent.Circumstances;
import io.serviceconcept.response.ResponseIntake;
import io.serviceconcept.survey.SurveyForm;
import io.serviceconcept.survey.SurveyLanguage;
import io.serviceconcept.survey.SurveyVersion;
import io.serviceconcept.survey.Surveys;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** A survey for who was invited: the invitation says which one, and nobody is asked who they are. */
@Path("/v1/public/surveys/{invitation}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Public")
class PublicSurveysResource {

    /** Bytes: 200 answers of some length. */
    private static final int LARGEST = 256 * 1024;

    private static final Problem USED = Problem.of(409, "invitation-used", "Invitation used",
            "This invitation was answered before.");
    private static final Problem EXPIRED = Problem.of(410, "invitation-expired", "Invitation expired",
            "This invitation is not valid any more.");

    private final Caller caller;
    private final Invitations invitations;
    private final Surveys surveys;
    private final StrictJson json;
    private final ResponseIntake responses;
    private final Intake intake;

    PublicSurveysResource(Caller caller, Invitations invitations, Surveys surveys, StrictJson json,
            ResponseIntake responses, Intake intake) {
        this.caller = caller;
        this.invitations = invitations;
        this.surveys = surveys;
        this.json = json;
        this.responses = responses;
        this.intake = intake;
    }

    private record Invited(Invitation invitation, InvitationsIssued issued, SurveyVersion survey) {
    }

    @GET
    @PermitAll
    @Operation(operationId = "getInvitedForm", summary = "What to show to who was invited", description = "Needs no token. What nobody translated is shown in Dutch.")
    @APIResponse(responseCode = "200", description = "The form", content = @Content(schema = @Schema(implementation = SurveyForm.class)))
    @APIResponse(responseCode = "404", description = "No such invitation")
    @APIResponse(responseCode = "409", description = "It was answered before")
    @APIResponse(responseCode = "410", description = "It expired or was withdrawn")
    public Response form(@PathParam("invitation") String token,
            @Parameter(description = "nl unless told.", schema = @Schema(enumeration = { "nl",
                    "en" })) @QueryParam("language") @Nullable String language) {
        SurveyLanguage shown = SurveyLanguage.of(language);
        Invited invited = invited(token);
        if (responses.isTaken(invited.invitation().organisation(), invited.survey().survey(),
                invited.invitation().responseId())) {
            throw USED.exception();
        }
        return Response.ok(SurveyForm.of(invited.survey(), shown)).language(shown.tag()).build();
    }

    /** What who answered is told. */
    @Schema(name = "InvitedReceipt")
    record InvitedReceipt(Instant receivedAt) {
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    @Operation(operationId = "answerInvitation", summary = "Answer an invitation, once", description = "Needs no token, and keeps nothing of who answers. The same again changes nothing.")
    @Extension(name = "x-idempotent-by", value = "invitation")
    @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = InvitedAnswers.class)))
    @APIResponse(responseCode = "201", description = "Taken in", content = @Content(schema = @Schema(implementation = InvitedReceipt.class)))
    @APIResponse(responseCode = "200", description = "The same was taken in before", content = @Content(schema = @Schema(implementation = InvitedReceipt.class)))
    @APIResponse(responseCode = "404", description = "No such invitation")
    @APIResponse(responseCode = "409", description = "Something else was answered before")
    @APIResponse(responseCode = "410", description = "It expired or was withdrawn")
    public Response answer(@PathParam("invitation") String token, byte[] body) {
        if (body.length > LARGEST) {
            throw Problem.of(413, "too-large", "Too large", "An answer has at most " + LARGEST + " bytes.").exception();
        }
        Invited invited = invited(token);
        Intake.Item item = read(json.parse(body), invited);
        CommandContext context = new CommandContext(invited.invitation().organisation(),
                Trace.current().metadata("invitation"), null);
        Intake.Taken taken = intake.take(context, List.of(item)).getFirst();
        InvitedReceipt receipt = new InvitedReceipt(taken.stored().receivedAt());
        return switch (taken.outcome()) {
            case NEW -> Response.status(201).entity(receipt).build();
            case SAME -> Response.ok(receipt).build();
            case DIFFERENT -> throw USED.exception();
        };
    }

    private Intake.Item read(JsonNode body, Invited invited) {
        List<Violation> violations = new ArrayList<>();
        try {
            json.bind(body, InvitedAnswers.class);
        } catch (InvalidInput e) {
            violations.addAll(e.violations());
        }
        try {
            Intake.Item item = responses.read(pushed(body, invited), invited.invitation().organisation(), invited.survey(),
                    caller.now());
            if (violations.isEmpty()) {
                return item;
            }
        } catch (InvalidInput e) {
            e.violations().stream().filter(violation -> !violations.contains(violation)).forEach(violations::add);
        }
        throw new InvalidInput(violations);
    }

    /** The answers, with what the invitation knows. */
    private static ObjectNode pushed(JsonNode body, Invited invited) {
        Circumstances of = invited.issued().circumstances();
        ObjectNode response = JsonNodeFactory.instance.objectNode();
        response.put("id", invited.invitation().responseId());
        response.put("surveyVersion", invited.survey().version());
        response.put("interactionAt", invited.issued().interactionAt().toString());
        response.set("answers", body.path("answers").isMissingNode() ? JsonNodeFactory.instance.arrayNode()
                : body.path("answers"));
        put(response, "channel", of.channel());
        put(response, "touchpoint", of.touchpoint());
        put(response, "group", of.group());
        put(response, "location", of.location());
        put(response, "department", of.department());
        put(response, "journey", of.journey());
        put(response, "pilot", of.pilot());
        return response;
    }

    private static void put(ObjectNode response, String field, @Nullable String value) {
        if (value != null) {
            response.put(field, value);
        }
    }

    private Invited invited(String token) {
        Invitation invitation = invitations.read(token).orElseThrow(() -> Problem.notFound().exception());
        Batch batch = invitations.find(invitation.organisation(), invitation.batch())
                .orElseThrow(() -> Problem.notFound().exception());
        InvitationsIssued issued = batch.issued();
        if (batch.isWithdrawn() || !caller.now().isBefore(issued.expiresAt())) {
            throw EXPIRED.exception();
        }
        SurveyVersion survey = surveys.inUse(invitation.organisation(), issued.survey(), issued.interactionAt())
                .orElseThrow(() -> Problem.notFound().exception());
        return new Invited(invitation, issued, survey);
    }
}
