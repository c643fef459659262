package io.serviceconcept.concept;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
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

import io.smallrye.common.annotation.RunOnVirtualThread;

@Path("/v1/concepts/{concept}/channel-shifts")
@Tag(name = "Channel shifts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ChannelShiftsResource {

    static final PartType<ChannelShift> TYPE = new PartType<>(ChannelShift.class, PartKind.CHANNEL_SHIFT, "channel-shifts",
            ChannelShiftView::of);

    private final PartEndpoints parts;

    ChannelShiftsResource(PartEndpoints parts) {
        this.parts = parts;
    }

    /**
     * @param from the channel that is to be used less
     * @param percentage of the contacts through that channel, more than 0 and at most 100, at most two decimals
     * @param dueDate the day by which it is to have happened, not before the start
     */
    record ChannelShiftContent(@NotBlank @Size(max = 200) String from, @NotBlank @Size(max = 200) String to,
            @NotNull @DecimalMin(value = "0", inclusive = false) @DecimalMax("100") BigDecimal percentage,
            @Nullable LocalDate startDate, @NotNull LocalDate dueDate, @Nullable @Size(max = 4000) String reason) {

        ChannelShift part(String id) {
            new Checks().decimals(percentage, 2, "/percentage").pass();
            return new ChannelShift(id, from, to, Decimals.plain(percentage), startDate, dueDate, reason);
        }
    }

    record ChannelShiftView(String id, String from, String to, BigDecimal percentage, @Nullable LocalDate startDate,
            LocalDate dueDate, @Nullable String reason, long version) {

        static ChannelShiftView of(ChannelShift shift, long version) {
            return new ChannelShiftView(shift.id(), shift.from(), shift.to(), shift.percentage(), shift.startDate(),
                    shift.dueDate(), shift.reason(), version);
        }
    }

    record ChannelShiftViewPage(List<ChannelShiftView> items) {
    }

    @POST
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "addChannelShift", summary = "Add a channel shift to the draft", description = "From one channel to another, once. Refused when it ends before it begins.")
    @APIResponse(responseCode = "201", description = "Added", content = @Content(schema = @Schema(implementation = ChannelShiftView.class)))
    public Response add(@PathParam("concept") String concept, ChannelShiftContent body) {
        return parts.add(TYPE, concept, body.part(UUID.randomUUID().toString()));
    }

    @GET
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "listChannelShifts", summary = "The channel shifts of the draft, by the names of the channels")
    @APIResponse(responseCode = "200", description = "A page; the header Link names the next", content = @Content(schema = @Schema(implementation = ChannelShiftViewPage.class)))
    public Response list(@PathParam("concept") String concept, @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor, @Context UriInfo uri) {
        return parts.list(TYPE, concept, uri, limit, cursor);
    }

    @GET
    @Path("/{channelShift}")
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "getChannelShift", summary = "A channel shift of the draft")
    @APIResponse(responseCode = "200", description = "The channel shift; its ETag is its own version", content = @Content(schema = @Schema(implementation = ChannelShiftView.class)))
    public Response get(@PathParam("concept") String concept, @PathParam("channelShift") String id) {
        return parts.get(TYPE, concept, id);
    }

    @PUT
    @Path("/{channelShift}")
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "changeChannelShift", summary = "Change a channel shift of the draft", description = "From one channel to another, once. Refused when it ends before it begins.")
    @APIResponse(responseCode = "200", description = "Changed", content = @Content(schema = @Schema(implementation = ChannelShiftView.class)))
    public Response change(@PathParam("concept") String concept, @PathParam("channelShift") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch, ChannelShiftContent body) {
        return parts.change(TYPE, concept, ifMatch, body.part(id));
    }

    @DELETE
    @Path("/{channelShift}")
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "removeChannelShift", summary = "Remove a channel shift from the draft")
    @APIResponse(responseCode = "204", description = "Removed")
    public Response remove(@PathParam("concept") String concept, @PathParam("channelShift") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return parts.remove(TYPE, concept, ifMatch, id);
    }
}
