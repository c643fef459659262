package io.serviceconcept.webhook;

import org.jspecify.annotations.Nullable;

/**
 * What signatures are made with; it is itself stored nowhere in plain.
 *
 * @param generation from 1; a secret that we made follows from it
 * @param sealed a secret that the tool made, sealed; null for one of ours
 */
public record SubscriptionSecret(int generation, @Nullable String sealed) {
}
