/** Who did what to a journey, and when. */
@NullMarked
package io.serviceconcept.journey.history;

import org.jspecify.annotations.NullMarked;
