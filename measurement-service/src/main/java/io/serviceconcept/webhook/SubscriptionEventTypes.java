package io.serviceconcept.webhook;

import io.serviceconcept.eventsourcing.EventTypes;

/** The wire names of what happens to subscriptions. */
public final class SubscriptionEventTypes {

    public static final EventTypes TYPES = EventTypes.builder()
            .add("measurement.webhook-subscribed.v1", SubscriptionEvent.Subscribed.class)
            .add("measurement.webhook-subscription-changed.v1", SubscriptionEvent.SubscriptionChanged.class)
            .add("measurement.webhook-secret-rotated.v1", SubscriptionEvent.SecretRotated.class)
            .add("measurement.webhook-unsubscribed.v1", SubscriptionEvent.Unsubscribed.class)
            .build();

    private SubscriptionEventTypes() {
    }
}
