package io.serviceconcept.observation;

import java.time.Instant;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.StrictJson;
import io.serviceconcept.intake.Batch;
import io.serviceconcept.intake.BatchAnswer;
import io.serviceconcept.intake.Intake;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** Observations, one or many at once. */
@Path("/v1/observations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Observations", description = "Counted facts and reported figures, idempotent by source and key.")
class ObservationsResource {

    private static final String NDJSON = "application/x-ndjson";

    private final Caller caller;
    private final StrictJson json;
    private final ObservationIntake observations;
    private final Intake intake;

    ObservationsResource(Caller caller, StrictJson json, ObservationIntake observations, Intake intake) {
        this.caller = caller;
        this.json = json;
        this.observations = observations;
        this.intake = intake;
    }

    @POST
    @Consumes({ MediaType.APPLICATION_JSON, NDJSON })
    @RolesAllowed({ "analyst", "integration", "admin" })
    @Operation(operationId = "pushObservations", summary = "Push one observation, or up to 1,000 as an array or as lines", description = "The same again changes nothing, also when it was corrected meanwhile; the same key with other content is refused, and PUT corrects it. What was retracted can be pushed again. Where several sources report a figure of the same days and slice, that of the source whose name comes first is shown.")
    @Extension(name = "x-idempotent-by", value = "source and key")
    @RequestBody(required = true, content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(oneOf = { NewObservation.class,
                    NewObservation[].class })),
            @Content(mediaType = NDJSON, schema = @Schema(implementation = NewObservation.class)) })
    @APIResponse(responseCode = "201", description = "Taken in", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ObservationReceipt.class)))
    @APIResponse(responseCode = "200", description = "The same was taken in before", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ObservationReceipt.class)))
    @APIResponse(responseCode = "207", description = "For an array or lines: an outcome per item", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = BatchAnswer.class)))
    public Response push(@HeaderParam("Content-Type") @Nullable String type, byte[] body) {
        String organisation = caller.organisation();
        Instant now = caller.now();
        ObservationRules rules = observations.rules(organisation, now);
        if (Batch.isLines(type)) {
            return many(Batch.ofLines(body, json), rules, now);
        }
        JsonNode parsed = json.parse(body);
        if (parsed.isArray()) {
            return many(Batch.ofArray(parsed), rules, now);
        }
        Intake.Item item = observations.read(parsed, rules, organisation, now);
        Intake.Taken taken = intake.take(caller.context(), List.of(item)).getFirst();
        ObservationReceipt receipt = new ObservationReceipt(item.id(), taken.stored().receivedAt());
        return switch (taken.outcome()) {
            case NEW -> Response.status(201).entity(receipt).build();
            case SAME -> Response.ok(receipt).build();
            case DIFFERENT -> throw ObservationIntake.REUSED.exception();
        };
    }

    private Response many(List<Batch.Item> items, ObservationRules rules, Instant now) {
        BatchAnswer answer = intake.takeAll(caller.context(), items, "key",
                item -> observations.read(item, rules, caller.organisation(), now), ObservationIntake.REUSED);
        return Response.status(207).entity(answer).build();
    }

    /** What a sender is told about an observation that was taken in. */
    @Schema(name = "ObservationReceipt")
    record ObservationReceipt(String key, Instant receivedAt) {
    }
}
