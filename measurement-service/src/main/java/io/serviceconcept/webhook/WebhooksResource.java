package io.serviceconcept.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.eventsourcing.http.StrictJson;
import io.serviceconcept.webhook.Signatures.Standard;
import io.serviceconcept.webhook.Signatures.Verified;
import io.serviceconcept.webhook.Subscriptions.Versioned;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** Where survey tools send to. A signature stands for a token. */
@Path("/v1/webhooks/{subscriptionId}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Webhooks")
class WebhooksResource {

    private static final int LARGEST = 1 << 20;
    private static final int LONGEST_ID = 200;

    private final Caller caller;
    private final SubscriptionQueries queries;
    private final Subscriptions subscriptions;
    private final Secrets secrets;
    private final Deliveries deliveries;
    private final DeliveryRows rows;
    private final StrictJson json;
    private final WebhookConfig config;

    WebhooksResource(Caller caller, SubscriptionQueries queries, Subscriptions subscriptions, Secrets secrets,
            Deliveries deliveries, DeliveryRows rows, StrictJson json, WebhookConfig config) {
        this.caller = caller;
        this.queries = queries;
        this.subscriptions = subscriptions;
        this.secrets = secrets;
        this.deliveries = deliveries;
        this.rows = rows;
        this.json = json;
        this.config = config;
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Extension(name = "x-without-history", value = "a tool knows no reasons")
    @Operation(operationId = "receiveWebhook", summary = "Send what was answered, signed", description = "Signed by Standard Webhooks v1 (webhook-id, webhook-timestamp, webhook-signature), or by Typeform (Typeform-Signature), as the subscription says. Answered once it is stored. A delivery that comes again changes nothing; one with the very same signature is refused.")
    @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "204", description = "Stored, or of no concern")
    @APIResponse(responseCode = "401", description = "Not signed with a secret of the subscription, or too long ago")
    public Response receive(@PathParam("subscriptionId") String subscription, @HeaderParam("webhook-id") @Nullable String id,
            @HeaderParam("webhook-timestamp") @Nullable String timestamp,
            @HeaderParam("webhook-signature") @Nullable String signature,
            @HeaderParam("Typeform-Signature") @Nullable String typeform, byte[] body) {
        if (body.length > LARGEST) {
            throw Problem.of(413, "too-large", "Too large", "A delivery holds at most " + LARGEST + " bytes.").exception();
        }
        SubscriptionId known = SubscriptionId.parse(subscription).orElseThrow(() -> Problem.notFound().exception());
        String organisation = queries.organisation(known).orElseThrow(() -> Problem.notFound().exception());
        Versioned found = subscriptions.find(organisation, known).orElseThrow(() -> Problem.notFound().exception());
        Instant now = caller.now();
        List<String> valid = found.subscription().secrets(now).stream()
                .map(secret -> secrets.plain(organisation, known.value(), secret)).toList();
        boolean isTypeform = found.subscription().content().tool() == Tool.TYPEFORM;
        requireGenuine(isTypeform ? Signatures.verifyTypeform(body, typeform, valid)
                : new Standard(id, timestamp, signature).verify(body, valid, now, config.tolerance()));
        JsonNode content = json.parse(body);
        // Typeform signs no time, so what comes again can only be known by its id, and may be an honest second try
        String delivery = isTypeform ? content.path("event_id").asText() : id == null ? "" : id;
        if (delivery.isEmpty() || delivery.length() > LONGEST_ID || delivery.indexOf('\0') >= 0) {
            throw Problem.of(400, "invalid-input", "Invalid input", "A delivery has an id of 1-200 characters.").exception();
        }
        String signedAt = isTypeform || timestamp == null ? "" : timestamp;
        Optional<String> before = rows.takenWith(known, delivery);
        if (before.isPresent() && !signedAt.isEmpty() && before.get().equals(signedAt)) {
            throw Problem.of(409, "delivery-repeated", "Delivery repeated", "This very delivery was taken in before.")
                    .exception();
        }
        if (before.isEmpty()) {
            deliveries.take(organisation, found, delivery, content, now);
        }
        rows.taken(known, delivery, signedAt, now);
        return Response.noContent().build();
    }

    private static void requireGenuine(Verified verified) {
        switch (verified) {
            case GENUINE -> {
                // goes on
            }
            case NOT_GENUINE -> throw Problem.of(401, "signature-invalid", "Invalid signature",
                    "The body is not signed with a secret of this subscription.").exception();
            case STALE -> throw Problem.of(401, "timestamp-stale", "Stale timestamp",
                    "The delivery was signed too long ago, or by a clock that is ahead.").exception();
        }
    }
}
