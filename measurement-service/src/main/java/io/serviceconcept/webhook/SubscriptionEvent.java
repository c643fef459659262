package io.serviceconcept.webhook;

import java.time.Instant;

/** What happened to a subscription. The wire name of each is in {@link SubscriptionEventTypes}. */
public sealed interface SubscriptionEvent {

    record Subscribed(String subscription, SubscriptionContent content, SubscriptionSecret secret)
            implements
                SubscriptionEvent {
    }

    record SubscriptionChanged(SubscriptionContent content) implements SubscriptionEvent {
    }

    /** @param previousUntil how long signatures made with the secret before are still accepted */
    record SecretRotated(SubscriptionSecret secret, Instant previousUntil) implements SubscriptionEvent {
    }

    record Unsubscribed() implements SubscriptionEvent {
    }
}
