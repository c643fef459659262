package io.serviceconcept.readiness;

import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.AskedMoment;
import io.serviceconcept.concept.DraftParts;
import io.serviceconcept.concept.Part;
import io.serviceconcept.concept.PartKind;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;

@Path("/v1/concepts/{concept}/channels/{channel}/readiness")
@Tag(name = "Channels")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ReadinessResource {

    private final DraftParts parts;
    private final AskedMoment moment;
    private final Caller caller;

    ReadinessResource(DraftParts parts, AskedMoment moment, Caller caller) {
        this.parts = parts;
        this.moment = moment;
        this.caller = caller;
    }

    /**
     * @param ready whether nothing keeps the channel from becoming active
     * @param requirements what does, those that are due first come first
     */
    record ChannelReadiness(String channel, boolean ready, List<BlockingRequirement> requirements) {
    }

    /**
     * @param department which sees to it
     * @param state OPEN or IN_PROGRESS
     * @param href its address
     */
    record BlockingRequirement(String id, String name, String kind, String department, @Nullable String owner,
            @Nullable LocalDate dueDate, String state, String href) {

        static BlockingRequirement of(KnownRequirement known) {
            return new BlockingRequirement(known.requirement, known.name, known.kind, known.department, known.owner,
                    known.dueDate, known.state, "/v1/requirements/" + known.requirement);
        }
    }

    @GET
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "getChannelReadiness", summary = "Whether a channel is ready to become active, and what keeps it from that", description = "Its open blocking requirements, as this service has heard of them: what was opened or fulfilled a moment ago may not be known here yet. As it is now: asOf is refused.")
    public ChannelReadiness get(@PathParam("concept") String concept, @PathParam("channel") String channel) {
        moment.onlyNow();
        if (parts.among(concept, List.of(new Part.Reference(PartKind.CHANNEL, channel, ""))).isEmpty()) {
            throw Problem.notFound().exception();
        }
        List<BlockingRequirement> blocking = KnownRequirement.blocking(caller.organisation(), concept, channel).stream()
                .map(BlockingRequirement::of).toList();
        return new ChannelReadiness(channel, blocking.isEmpty(), blocking);
    }
}
