/** How the kernel keeps its promises. Nothing here is for use by services. */
@NullMarked
package io.serviceconcept.eventsourcing.internal;

import org.jspecify.annotations.NullMarked;
