/** Observations: counted facts, and figures that others have published. */
@NullMarked
package io.serviceconcept.observation;

import org.jspecify.annotations.NullMarked;
