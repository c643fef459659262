/** The service over HTTP, on a real PostgreSQL and Kafka. */
@NullMarked
package io.serviceconcept.slices;

import org.jspecify.annotations.NullMarked;
