/** The feeling that was expected at each touchpoint beside the satisfaction that was measured there. */
@NullMarked
package io.serviceconcept.journey.measured;

import org.jspecify.annotations.NullMarked;
