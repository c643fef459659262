/** The local copy of what journey-service says: which touchpoints of published journeys use a channel. */
@NullMarked
package io.serviceconcept.evaluation.journeys;

import org.jspecify.annotations.NullMarked;
