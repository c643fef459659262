package io.serviceconcept.eventsourcing.operations;

import java.time.Instant;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.InvalidInput;
import io.serviceconcept.eventsourcing.internal.RelayPositions;
import io.smallrye.common.annotation.RunOnVirtualThread;

@Path(ThisService.ADDRESSES + "/relay")
@Tag(name = "Operations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("operator")
@RunOnVirtualThread
class RelayResource {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private final RelayPositions positions;
    private final Caller caller;

    RelayResource(RelayPositions positions, Caller caller) {
        this.positions = positions;
        this.caller = caller;
    }

    @Schema(description = "to: what was recorded at or after this moment is published again")
    record RelayRewind(@NotNull Instant to) {
    }

    @Schema(description = "shards: how many shards of the relay were moved back, 0 when nothing was recorded since")
    record RewoundRelay(Instant to, int shards) {
    }

    @POST
    @Path("rewind")
    @Operation(operationId = "rewindRelay", summary = "Publishes again what was recorded since a moment; receivers drop what they had")
    public RewoundRelay rewind(@NotNull RelayRewind body) {
        if (body.to().isBefore(EARLIEST) || body.to().isAfter(caller.now())) {
            throw new InvalidInput("/to", "lies between the year 2000 and now");
        }
        return new RewoundRelay(body.to(), positions.rewind(body.to(), caller.subject()));
    }
}
