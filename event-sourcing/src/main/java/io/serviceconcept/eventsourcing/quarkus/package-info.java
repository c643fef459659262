/** The kernel within Quarkus: beans, configuration, health. */
@NullMarked
package io.serviceconcept.eventsourcing.quarkus;

import org.jspecify.annotations.NullMarked;
