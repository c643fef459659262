package io.serviceconcept.webhook;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.history.EventWording;

/** Events in words; never a secret. */
final class SubscriptionWording implements EventWording<SubscriptionEvent> {

    @Override
    public String tell(SubscriptionEvent event) {
        return switch (event) {
            case SubscriptionEvent.Subscribed subscribed ->
                "Subscription \"" + subscribed.content().name() + "\" of " + subscribed.content().tool() + " made";
            case SubscriptionEvent.SubscriptionChanged changed ->
                "Subscription changed, named \"" + changed.content().name() + '"';
            case SubscriptionEvent.SecretRotated rotated ->
                "New secret; the one before accepted until " + rotated.previousUntil();
            case SubscriptionEvent.Unsubscribed unsubscribed -> "Subscription ended";
        };
    }

    @Override
    public @Nullable String reason(SubscriptionEvent event) {
        return null;
    }
}
