package io.serviceconcept.eventsourcing.operations;

import java.time.Instant;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.serviceconcept.eventsourcing.internal.Lag;
import io.serviceconcept.eventsourcing.internal.LagQueries;
import io.smallrye.common.annotation.RunOnVirtualThread;

@Path(ThisService.ADDRESSES + "/lag")
@Tag(name = "Operations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("operator")
@RunOnVirtualThread
class LagResource {

    private final LagQueries queries;

    LagResource(LagQueries queries) {
        this.queries = queries;
    }

    @Schema(description = "How far everything in this service is behind")
    record LagView(Instant sampledAt, Horizon horizon, List<ProjectionLag> projections, List<RelayLag> relay) {

        static LagView of(Lag lag) {
            return new LagView(lag.horizon().sampledAt(), new Horizon(lag.horizon().transactions(), lag.horizon().seconds()),
                    lag.readers().stream().filter(reader -> reader.kind().equals("projection"))
                            .map(reader -> new ProjectionLag(reader.name(), reader.shard(), reader.seconds())).toList(),
                    lag.readers().stream().filter(reader -> reader.kind().equals("relay"))
                            .map(reader -> new RelayLag(reader.name(), reader.shard(), reader.seconds())).toList());
        }
    }

    @Schema(name = "LagHorizon", description = "transactions: begun since the oldest write transaction that is still open "
            + "in any database of the cluster, for which all readers wait. seconds: how long it has been seen open")
    record Horizon(long transactions, double seconds) {
    }

    @Schema(description = "seconds: the age of the oldest event not yet projected, 0 when there is none")
    record ProjectionLag(String projection, int shard, double seconds) {
    }

    @Schema(description = "seconds: the age of the oldest event the relay has not passed, 0 when there is none")
    record RelayLag(String topic, int shard, double seconds) {
    }

    @GET
    @Operation(operationId = "getLag", summary = "How far projections and relay are behind")
    public LagView lag() {
        return LagView.of(queries.sample());
    }
}
