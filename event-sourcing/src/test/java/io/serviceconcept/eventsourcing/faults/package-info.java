/** The kernel as separate processes that are killed again and again under load. */
@NullMarked
package io.serviceconcept.eventsourcing.faults;

import org.jspecify.annotations.NullMarked;
