package io.serviceconcept.webhook;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.webhook.NewSubscription.ToolMapping;

/**
 * A subscription as the API shows it.
 *
 * @param secret shown once
 */
@Schema(name = "WebhookSubscription")
record SubscriptionView(String id, String name, Tool tool, String survey, ToolMapping mapping,
        @Schema(description = "Where the tool sends to.") String address,
        @Schema(description = "How long the secret before is still accepted.") @Nullable Instant previousSecretUntil,
        @Schema(description = "What the tool signs with; shown in the answer that made it, and never again.") @Nullable String secret) {

    static SubscriptionView of(Subscriptions.Versioned versioned, @Nullable String secret) {
        SubscriptionContent content = versioned.subscription().content();
        String id = versioned.id().value();
        return new SubscriptionView(id, content.name(), content.tool(), content.survey(), ToolMapping.of(content.mapping()),
                "/v1/webhooks/" + id, versioned.subscription().previousUntil(), secret);
    }
}
