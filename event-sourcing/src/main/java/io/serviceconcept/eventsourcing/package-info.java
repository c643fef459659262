/**
 * Event sourcing on PostgreSQL and Kafka.
 * <p>
 * A {@link io.serviceconcept.eventsourcing.Decider} decides, a {@link io.serviceconcept.eventsourcing.CommandHandler}
 * appends what was decided to the {@link io.serviceconcept.eventsourcing.EventStore},
 * {@link io.serviceconcept.eventsourcing.Projection}s make it readable,
 * {@link io.serviceconcept.eventsourcing.Publishing} says what leaves the service and an
 * {@link io.serviceconcept.eventsourcing.Inbox} takes in what other services published, once and in order.
 */
@NullMarked
package io.serviceconcept.eventsourcing;

import org.jspecify.annotations.NullMarked;
