package io.serviceconcept.eventsourcing.internal;

import java.util.UUID;

/**
 * A subject's key as it is stored.
 *
 * @param id new with each key of the same subject, so that what an erased key has sealed is not taken for damaged
 * @param outerKey the name of the key outside the database that wraps it
 */
record WrappedKey(UUID id, String outerKey, byte[] wrapped) {
}
