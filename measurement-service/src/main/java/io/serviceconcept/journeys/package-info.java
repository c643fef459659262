/** The local copy of journeys: which needs are at stake at a touchpoint. */
@NullMarked
package io.serviceconcept.journeys;

import org.jspecify.annotations.NullMarked;
