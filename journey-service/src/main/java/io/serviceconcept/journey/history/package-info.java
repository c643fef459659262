/** Who did what to a journey, when and why. */
@NullMarked
package io.serviceconcept.journey.history;

import org.jspecify.annotations.NullMarked;
