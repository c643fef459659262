/** What operators see and do, the same in every service. */
@NullMarked
package io.serviceconcept.eventsourcing.operations;

import org.jspecify.annotations.NullMarked;
