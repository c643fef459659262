package io.serviceconcept.evaluation;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.AskedMoment;
import io.serviceconcept.evaluation.EvaluationWatch.Seen;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.CommonHeaders;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpServerResponse;

@Path("/v1/concepts/{concept}/evaluation/stream")
@Tag(name = "Evaluation")
class EvaluationStreamResource {

    /** Shorter than what proxies wait for a word. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final Duration RECONNECT = Duration.ofSeconds(2);

    private final EvaluationWatch watch;
    private final Caller caller;
    private final AskedMoment moment;
    private final Followers followers;

    EvaluationStreamResource(EvaluationWatch watch, Caller caller, AskedMoment moment, Followers followers) {
        this.watch = watch;
        this.caller = caller;
        this.moment = moment;
        this.followers = followers;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Blocking
    @Operation(operationId = "followEvaluation", summary = "The evaluation as it is now, and again each time it has changed (server-sent events)", description = "Each event has the name evaluation, an id, and as its data the whole evaluation as getEvaluation "
            + "answers it, within a second of what changed it. Who comes back with the last id hears nothing until it is another: an "
            + "evaluation is a state, so nothing is missed by missing what was between. A comment every ten seconds says that "
            + "the connection lives. It ends when the token does; come back with a new one. asOf is refused.")
    @APIResponse(responseCode = "200", description = "Events, until the caller leaves or the token expires", content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(type = SchemaType.STRING), example = "id: 9f86d081884c7d659a2feaa0\nevent: evaluation\ndata: {…}\n\n"))
    public Multi<OutboundSseEvent> follow(@PathParam("concept") String concept,
            @Parameter(description = "The id of the last event that was heard") @HeaderParam(HttpHeaders.LAST_EVENT_ID_HEADER) @Nullable String last,
            @Context Sse sse, @Context HttpServerResponse answer) {
        moment.onlyNow();
        String organisation = caller.organisation();
        Instant until = caller.until();
        // an answer that has begun can say no more that there is nothing to follow
        watch.now(organisation, concept);
        AtomicReference<@Nullable String> known = new AtomicReference<>(last);
        Multi<OutboundSseEvent> changes = watch.follow(organisation, concept)
                .map(seen -> seen.id().equals(known.getAndSet(null)) ? living(sse) : changed(sse, seen));
        Multi<OutboundSseEvent> heartbeats = Multi.createFrom().ticks().startingAfter(HEARTBEAT).every(HEARTBEAT)
                .onOverflow().drop().map(tick -> living(sse));
        // filters do not see an answer that is a stream
        CommonHeaders.ALWAYS.forEach(answer::putHeader);
        answer.putHeader("X-Accel-Buffering", "no");
        return followers.counted(Multi.createBy().merging().streams(changes, heartbeats)
                .select().first(Duration.between(caller.now(), until)));
    }

    private static OutboundSseEvent changed(Sse sse, Seen seen) {
        return sse.newEventBuilder().name("evaluation").id(seen.id()).reconnectDelay(RECONNECT.toMillis())
                .data(seen.evaluation()).build();
    }

    private static OutboundSseEvent living(Sse sse) {
        return sse.newEventBuilder().comment("still so").build();
    }
}
