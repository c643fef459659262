/** What operators see and do: the same in every service, at {@code /v1/operations/} and the word of the service. */
@NullMarked
package io.serviceconcept.eventsourcing.operations;

import org.jspecify.annotations.NullMarked;
