package io.serviceconcept.eventsourcing.internal;

import java.util.UUID;

import javax.crypto.SecretKey;

/** A subject's key, ready for use. */
record SubjectKey(UUID id, SecretKey secret) {
}
