package io.serviceconcept.journey;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.journey.JourneyCommand.AddPhase;
import io.serviceconcept.journey.JourneyCommand.ChangePhase;
import io.serviceconcept.journey.JourneyCommand.RemovePhase;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** The phases of a journey. A phase has no version of its own: its ETag is the journey's. */
@Path("/v1/journeys/{journeyId}/phases")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Journeys")
@RunOnVirtualThread
class PhasesResource {

    private final Journeys journeys;

    PhasesResource(Journeys journeys) {
        this.journeys = journeys;
    }

    /** Without a position, counted from 1, a new phase goes to the end and an existing one stays where it is. */
    record PhaseDescription(@NotBlank @Size(max = 200) String name,
            @Nullable @Min(1) @Max(JourneyDecider.LIMIT) Integer position) {
    }

    @POST
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "addPhase", summary = "Add a phase to a journey, at a position or at the end")
    @APIResponseSchema(value = JourneyView.PhaseView.class, responseCode = "201")
    public Response add(@PathParam("journeyId") UUID journeyId,
            @Parameter(description = "The version that was seen; adding overwrites nothing, so it can be left out", required = false) @HeaderParam("If-Match") @Nullable String ifMatch,
            PhaseDescription body) {
        JourneyId journey = new JourneyId(journeyId);
        PhaseId phase = new PhaseId(UUID.randomUUID());
        Journeys.Creation made = journeys.create(Address.of(journey, phase), JourneyTag.optional(ifMatch),
                new AddPhase(phase, body.name(), body.position()));
        return JourneyAnswers.created(made, phase(made.journey(), made.address().phase()));
    }

    @GET
    @Path("/{phaseId}")
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "getPhase", summary = "A phase with its touchpoints in order")
    @APIResponseSchema(JourneyView.PhaseView.class)
    public Response get(@PathParam("journeyId") UUID journeyId, @PathParam("phaseId") UUID phaseId) {
        JourneyView journey = journeys.view(new JourneyId(journeyId));
        return JourneyAnswers.ok(journey, phase(journey, new PhaseId(phaseId)));
    }

    @PUT
    @Path("/{phaseId}")
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "changePhase", summary = "Rename a phase or move it to another position")
    @APIResponseSchema(JourneyView.PhaseView.class)
    public Response change(@PathParam("journeyId") UUID journeyId, @PathParam("phaseId") UUID phaseId,
            @HeaderParam("If-Match") @Nullable String ifMatch, PhaseDescription body) {
        PhaseId phase = new PhaseId(phaseId);
        JourneyView journey = journeys.change(new JourneyId(journeyId), JourneyTag.required(ifMatch),
                new ChangePhase(phase, body.name(), body.position()));
        return JourneyAnswers.ok(journey, phase(journey, phase));
    }

    @DELETE
    @Path("/{phaseId}")
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "removePhase", summary = "Remove a phase that has no touchpoints")
    @APIResponse(responseCode = "204", description = "Removed")
    public Response remove(@PathParam("journeyId") UUID journeyId, @PathParam("phaseId") UUID phaseId,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        JourneyView journey = journeys.change(new JourneyId(journeyId), JourneyTag.required(ifMatch),
                new RemovePhase(new PhaseId(phaseId)));
        return JourneyAnswers.noContent(journey);
    }

    private static JourneyView.PhaseView phase(JourneyView journey, PhaseId id) {
        return journey.phase(id).orElseThrow(() -> Problem.notFound().exception());
    }
}
