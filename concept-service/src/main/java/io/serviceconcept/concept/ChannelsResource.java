package io.serviceconcept.concept;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
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
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.quarkus.security.ForbiddenException;
import io.serviceconcept.concept.ConceptCommand.ChangeStatus;
import io.serviceconcept.eventsourcing.http.Answers;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.ETags;
import io.serviceconcept.eventsourcing.http.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;

@Path("/v1/concepts/{concept}/channels")
@Tag(name = "Channels")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ChannelsResource {

    static final PartType<Channel> TYPE = new PartType<>(Channel.class, PartKind.CHANNEL, "channels", ChannelView::of);

    private final PartEndpoints parts;
    private final Concepts concepts;
    private final OpenRequirements requirements;
    private final Caller caller;

    ChannelsResource(PartEndpoints parts, Concepts concepts, OpenRequirements requirements, Caller caller) {
        this.parts = parts;
        this.concepts = concepts;
        this.requirements = requirements;
        this.caller = caller;
    }

    /**
     * @param costPerContact at most two decimals
     * @param kind WEB, APP, CHAT, CHATBOT, PHONE, VIDEO_CALL, DESK, LETTER, SOCIAL_MEDIA, CASE_HANDLER, OTHER or a word of
     *        your own
     */
    record ChannelContent(@NotBlank @Size(max = 200) String name,
            @NotNull @Size(max = 50) @Pattern(regexp = "^[A-Z][A-Z0-9_]*$") String kind,
            @Nullable @Size(max = 200) String layer,
            @Nullable @Size(max = 200) List<@NotBlank @Size(max = 200) String> means,
            @Nullable @DecimalMin("0") @DecimalMax("1000000000") BigDecimal costPerContact,
            @Nullable @PositiveOrZero @Max(1_000_000_000_000L) Long capacityPerMonth,
            @Nullable @PositiveOrZero @Max(1_000_000_000_000L) Long volumePerMonth, @Nullable Boolean legallyRequired,
            @Nullable @Size(max = 4000) String feasibility) {

        Channel part(String id) {
            new Checks().decimals(costPerContact, 2, "/costPerContact").pass();
            return new Channel(id, name, kind, layer, means == null ? List.of() : means,
                    costPerContact == null ? null : Decimals.plain(costPerContact), capacityPerMonth, volumePerMonth,
                    Boolean.TRUE.equals(legallyRequired), feasibility, ChannelStatus.PLANNED);
        }
    }

    record ChannelView(String id, String name, String kind, @Nullable String layer, List<String> means,
            @Nullable BigDecimal costPerContact, @Nullable Long capacityPerMonth, @Nullable Long volumePerMonth,
            boolean legallyRequired, @Nullable String feasibility, ChannelStatus status, long version) {

        static ChannelView of(Channel channel, long version) {
            return new ChannelView(channel.id(), channel.name(), channel.kind(), channel.layer(), channel.means(),
                    channel.costPerContact(), channel.capacityPerMonth(), channel.volumePerMonth(),
                    channel.legallyRequired(), channel.feasibility(), channel.status(), version);
        }
    }

    record ChannelViewPage(List<ChannelView> items) {
    }

    /**
     * @param inDraft whether the next edition will hold it too
     */
    record ChannelStatusView(String channel, String name, ChannelStatus status, boolean inDraft, long version) {
    }

    /**
     * @param override opens a channel that is not ready: only for ACTIVE, and only by a manager
     */
    record NewChannelStatus(@NotNull ChannelStatus status, @Nullable @Size(max = 4000) String reason,
            @Nullable @Valid ReadinessOverride override) {

        /** Why what is not ready becomes active all the same; null when nothing is to be overridden. */
        @Nullable
        String overrideReason() {
            new Checks().require(override == null || status == ChannelStatus.ACTIVE, "/override", "is for ACTIVE only").pass();
            return override == null ? null : override.reason();
        }
    }

    /**
     * @param reason stays in the history
     */
    record ReadinessOverride(@NotBlank @Size(max = 4000) String reason) {
    }

    @POST
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "addChannel", summary = "Add a channel to the draft")
    @APIResponse(responseCode = "201", description = "Added", content = @Content(schema = @Schema(implementation = ChannelView.class)))
    public Response add(@PathParam("concept") String concept, ChannelContent body) {
        return parts.add(TYPE, concept, body.part(UUID.randomUUID().toString()));
    }

    @GET
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "listChannels", summary = "The channels of the draft, by name")
    @APIResponse(responseCode = "200", description = "A page; the header Link names the next", content = @Content(schema = @Schema(implementation = ChannelViewPage.class)))
    public Response list(@PathParam("concept") String concept, @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor, @Context UriInfo uri) {
        return parts.list(TYPE, concept, uri, limit, cursor);
    }

    @GET
    @Path("/{channel}")
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "getChannel", summary = "A channel of the draft")
    @APIResponse(responseCode = "200", description = "The channel; its ETag is its own version", content = @Content(schema = @Schema(implementation = ChannelView.class)))
    public Response get(@PathParam("concept") String concept, @PathParam("channel") String id) {
        return parts.get(TYPE, concept, id);
    }

    @PUT
    @Path("/{channel}")
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "changeChannel", summary = "Change a channel of the draft")
    @APIResponse(responseCode = "200", description = "Changed", content = @Content(schema = @Schema(implementation = ChannelView.class)))
    public Response change(@PathParam("concept") String concept, @PathParam("channel") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch, ChannelContent body) {
        return parts.change(TYPE, concept, ifMatch, body.part(id));
    }

    @DELETE
    @Path("/{channel}")
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "removeChannel", summary = "Remove a channel from the draft")
    @APIResponse(responseCode = "204", description = "Removed")
    public Response remove(@PathParam("concept") String concept, @PathParam("channel") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return parts.remove(TYPE, concept, ifMatch, id);
    }

    @PUT
    @Path("/{channel}/status")
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "changeChannelStatus", summary = "Change the status of a channel", description = "Operational: it needs no new edition. If-Match carries the version of the channel. Also of a channel that left the draft and is in an edition. A channel with open blocking requirements does not become ACTIVE (channel-not-ready, with all of them in errors) unless a manager overrides them with a reason; see readiness. Requirements are known here a moment after they change: right after one was fulfilled the answer may still be that of before.")
    @APIResponse(responseCode = "200", description = "Changed", content = @Content(schema = @Schema(implementation = ChannelView.class)))
    public Response changeStatus(@PathParam("concept") String concept, @PathParam("channel") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch, @Context SecurityContext security, NewChannelStatus body) {
        long seen = ETags.required(ifMatch);
        String override = body.overrideReason();
        if (override != null && !security.isUserInRole("manager") && !security.isUserInRole("admin")) {
            throw new ForbiddenException("only a manager opens what is not ready");
        }
        List<OpenRequirement> blocking = body.status() == ChannelStatus.ACTIVE
                ? requirements.blocking(caller.organisation(), concept, id)
                : List.of();
        Versioned<Channel> changed = channel(concepts.change(concept,
                new ChangeStatus(seen, id, body.status(), body.reason(), blocking, override)).draft(), id);
        return Answers.ok(changed.version(), ChannelView.of(changed.value(), changed.version()));
    }

    @GET
    @Path("/{channel}/status")
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "getChannelStatus", summary = "The status of a channel", description = "Also of one that left the draft and is in an edition: while that is in force, its status is still changed, with the ETag of this answer.")
    @APIResponse(responseCode = "200", description = "The status; its ETag is the version of the channel", content = @Content(schema = @Schema(implementation = ChannelStatusView.class)))
    public Response getStatus(@PathParam("concept") String concept, @PathParam("channel") String id) {
        Draft draft = concepts.draft(concept);
        Versioned<Channel> found = channel(draft, id);
        return Answers.ok(found.version(), new ChannelStatusView(id, found.value().name(), found.value().status(),
                draft.parts().has(PartKind.CHANNEL, id), found.version()));
    }

    private static Versioned<Channel> channel(Draft draft, String id) {
        return draft.channel(id).orElseThrow(() -> Problem.notFound().exception());
    }
}
