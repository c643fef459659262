/** A service as small as can be, to test the kernel in: meters that are installed and read. */
@NullMarked
package io.serviceconcept.eventsourcing.meter;

import org.jspecify.annotations.NullMarked;
