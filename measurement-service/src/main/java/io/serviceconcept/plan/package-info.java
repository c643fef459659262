/** Measurement plans: what an edition expects to be measured, from which source, how often and by whom. */
@NullMarked
package io.serviceconcept.plan;

import org.jspecify.annotations.NullMarked;
