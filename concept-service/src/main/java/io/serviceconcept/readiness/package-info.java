/**
 * Whether channels are ready: the local copy of the requirements that journey-service tells of, and which of them keep a
 * channel closed. It lags behind journey-service by a moment.
 */
@NullMarked
package io.serviceconcept.readiness;

import org.jspecify.annotations.NullMarked;
