/** Puts the aggregates of this service together. */
@NullMarked
package io.serviceconcept.wiring;

import org.jspecify.annotations.NullMarked;
