/** The calendars of organisations. */
@NullMarked
package io.serviceconcept.eventsourcing.time;

import org.jspecify.annotations.NullMarked;
