package io.serviceconcept.journey;

import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.journey.JourneyCommand.ChangeOutline;
import io.serviceconcept.journey.JourneyCommand.Create;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** A journey as a whole. */
@Path("/v1/journeys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Journeys")
@RunOnVirtualThread
class JourneysResource {

    private final Journeys journeys;

    JourneysResource(Journeys journeys) {
        this.journeys = journeys;
    }

    /** {@code groups} are the customer groups that travel it. */
    record JourneyDescription(@NotNull UUID concept, @NotBlank @Size(max = 200) String name, @NotNull JourneyKind kind,
            @Nullable @Size(max = 200) String service,
            @NotNull @Size(min = 1, max = 200) @Schema(uniqueItems = true) List<@NotNull UUID> groups) {

        JourneyOutline outline() {
            return new JourneyOutline(concept, name, kind, service, groups);
        }
    }

    @POST
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "createJourney", summary = "Begin a journey of a concept")
    @APIResponseSchema(value = JourneyView.class, responseCode = "201")
    public Response create(JourneyDescription body) {
        JourneyOutline outline = body.outline();
        journeys.requireKnown(outline);
        Address address = Address.of(new JourneyId(UUID.randomUUID()));
        Journeys.Creation made = journeys.create(address, OptionalLong.empty(), new Create(outline));
        return JourneyAnswers.created(made, made.journey());
    }

    @GET
    @Path("/{journeyId}")
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "getJourney", summary = "A journey with its phases and touchpoints in order")
    @APIResponseSchema(JourneyView.class)
    public Response get(@PathParam("journeyId") UUID journeyId) {
        return JourneyAnswers.ok(journeys.view(new JourneyId(journeyId)));
    }

    @PUT
    @Path("/{journeyId}")
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "changeJourney", summary = "Change what a journey is about; it stays with its concept")
    @APIResponseSchema(JourneyView.class)
    public Response change(@PathParam("journeyId") UUID journeyId, @HeaderParam("If-Match") @Nullable String ifMatch,
            JourneyDescription body) {
        long version = JourneyTag.required(ifMatch);
        JourneyId id = new JourneyId(journeyId);
        journeys.requireFound(id);
        journeys.requireKnown(body.outline());
        return JourneyAnswers.ok(journeys.change(id, version, new ChangeOutline(body.outline())));
    }

    @PUT
    @Path("/{journeyId}/publication")
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "publishJourney", summary = "Let the other services know the journey as it is now")
    @APIResponseSchema(JourneyView.class)
    public Response publish(@PathParam("journeyId") UUID journeyId, @HeaderParam("If-Match") @Nullable String ifMatch) {
        long version = JourneyTag.required(ifMatch);
        JourneyId id = new JourneyId(journeyId);
        journeys.requireKnown(id);
        return JourneyAnswers.ok(journeys.publish(id, version));
    }
}
