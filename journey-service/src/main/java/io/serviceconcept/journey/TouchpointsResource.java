package io.serviceconcept.journey;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.journey.JourneyCommand.AddTouchpoint;
import io.serviceconcept.journey.JourneyCommand.ChangeTouchpoint;
import io.serviceconcept.journey.JourneyCommand.RemoveTouchpoint;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** The touchpoints of a journey. A touchpoint has no version of its own: its ETag is the journey's. */
@Path("/v1/journeys/{journeyId}/touchpoints")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Journeys")
@RunOnVirtualThread
class TouchpointsResource {

    private final Journeys journeys;

    TouchpointsResource(Journeys journeys) {
        this.journeys = journeys;
    }

    /**
     * @param position the place within the phase, from 1; without it a new touchpoint, or one that changes phase, goes to
     *        the end and one that stays in its phase keeps its place
     * @param expectedFeeling from −2 (bad) to +2 (good)
     */
    record TouchpointDescription(@NotNull UUID phase, @Nullable @Min(1) @Max(JourneyDecider.LIMIT) Integer position,
            @NotBlank @Size(max = 200) String name, @NotNull UUID channel,
            @Nullable @Size(max = 200) @Schema(uniqueItems = true) List<@NotNull UUID> needs,
            @Nullable @Size(max = 4000) String goal, @Nullable @Min(-2) @Max(2) Integer expectedFeeling,
            @Nullable @Size(max = 200) List<@NotBlank @Size(max = 4000) String> painPoints,
            @Nullable Boolean momentOfTruth) {

        TouchpointContent content() {
            return new TouchpointContent(name, channel, needs == null ? List.of() : needs, goal, expectedFeeling,
                    painPoints == null ? List.of() : painPoints, Boolean.TRUE.equals(momentOfTruth));
        }
    }

    @POST
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "addTouchpoint", summary = "Add a touchpoint to a phase, at a position or at the end")
    @APIResponseSchema(value = JourneyView.TouchpointView.class, responseCode = "201")
    public Response add(@PathParam("journeyId") UUID journeyId,
            @Parameter(description = "The version that was seen; adding overwrites nothing, so it can be left out", required = false) @HeaderParam("If-Match") @Nullable String ifMatch,
            TouchpointDescription body) {
        JourneyId journey = new JourneyId(journeyId);
        journeys.requireKnown(journey, body.content());
        TouchpointId touchpoint = new TouchpointId(UUID.randomUUID());
        Journeys.Creation made = journeys.create(Address.of(journey, touchpoint), JourneyTag.optional(ifMatch),
                new AddTouchpoint(touchpoint, new PhaseId(body.phase()), body.position(), body.content()));
        return JourneyAnswers.created(made, touchpoint(made.journey(), made.address().touchpoint()));
    }

    @GET
    @Path("/{touchpointId}")
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "getTouchpoint", summary = "A touchpoint and its place in the journey")
    @APIResponseSchema(JourneyView.TouchpointView.class)
    public Response get(@PathParam("journeyId") UUID journeyId, @PathParam("touchpointId") UUID touchpointId) {
        JourneyView journey = journeys.view(new JourneyId(journeyId));
        return JourneyAnswers.ok(journey, touchpoint(journey, new TouchpointId(touchpointId)));
    }

    @PUT
    @Path("/{touchpointId}")
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "changeTouchpoint", summary = "Change a touchpoint or move it, also to another phase")
    @APIResponseSchema(JourneyView.TouchpointView.class)
    public Response change(@PathParam("journeyId") UUID journeyId, @PathParam("touchpointId") UUID touchpointId,
            @HeaderParam("If-Match") @Nullable String ifMatch, TouchpointDescription body) {
        long version = JourneyTag.required(ifMatch);
        JourneyId id = new JourneyId(journeyId);
        journeys.requireKnown(id, body.content());
        TouchpointId touchpoint = new TouchpointId(touchpointId);
        JourneyView journey = journeys.change(id, version,
                new ChangeTouchpoint(touchpoint, new PhaseId(body.phase()), body.position(), body.content()));
        return JourneyAnswers.ok(journey, touchpoint(journey, touchpoint));
    }

    @DELETE
    @Path("/{touchpointId}")
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "removeTouchpoint", summary = "Remove a touchpoint")
    @APIResponse(responseCode = "204", description = "Removed")
    public Response remove(@PathParam("journeyId") UUID journeyId, @PathParam("touchpointId") UUID touchpointId,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        JourneyView journey = journeys.change(new JourneyId(journeyId), JourneyTag.required(ifMatch),
                new RemoveTouchpoint(new TouchpointId(touchpointId)));
        return JourneyAnswers.noContent(journey);
    }

    private static JourneyView.TouchpointView touchpoint(JourneyView journey, TouchpointId id) {
        return journey.touchpoint(id).orElseThrow(() -> Problem.notFound().exception());
    }
}
