package io.serviceconcept.webhook;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** What may be asked of a subscription. {@code faults} are what {@link MappingRules} found wrong with the content. */
sealed interface SubscriptionCommand {

    /** @param sealed the secret of the tool, null for one of ours */
    record Subscribe(String subscription, SubscriptionContent content, @Nullable String sealed,
            List<MappingFault> faults) implements SubscriptionCommand {
    }

    record Change(SubscriptionContent content, List<MappingFault> faults) implements SubscriptionCommand {
    }

    /**
     * @param sealed the new secret of the tool, null for one of ours
     * @param previousUntil how long the secret in use goes on being accepted
     */
    record RotateSecret(@Nullable String sealed, Instant previousUntil) implements SubscriptionCommand {
    }

    record Unsubscribe() implements SubscriptionCommand {
    }
}
