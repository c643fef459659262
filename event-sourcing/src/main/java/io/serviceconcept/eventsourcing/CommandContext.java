package io.serviceconcept.eventsourcing;

import org.jspecify.annotations.Nullable;

/**
 * On whose behalf a command is handled.
 *
 * @param organisation the tenant of every stream the command touches
 * @param idempotency null when the sender gave no key
 */
public record CommandContext(String organisation, Metadata metadata, @Nullable Idempotency idempotency) {
}
