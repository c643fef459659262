package io.serviceconcept.webhook;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.webhook.SubscriptionEvent.SecretRotated;

/** A subscription, or that there is none. */
sealed interface Subscription {

    /** Nothing is known of it yet. */
    record Absent() implements Subscription {
    }

    /**
     * @param previous the secret before, null when it was never rotated
     * @param previousUntil how long the secret before is accepted
     */
    record Active(SubscriptionContent content, SubscriptionSecret secret, @Nullable SubscriptionSecret previous,
            @Nullable Instant previousUntil) implements Subscription {

        Active changed(SubscriptionContent newContent) {
            return new Active(newContent, secret, previous, previousUntil);
        }

        Active rotated(SecretRotated event) {
            return new Active(content, event.secret(), secret, event.previousUntil());
        }

        /** The secrets with which a signature may be made now; two while a rotation lasts. */
        List<SubscriptionSecret> secrets(Instant now) {
            return previous != null && previousUntil != null && now.isBefore(previousUntil) ? List.of(secret, previous)
                    : List.of(secret);
        }
    }

    /** It was there. */
    record Ended() implements Subscription {
    }
}
