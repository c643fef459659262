/** The list of journeys: a read model with a row per journey. */
@NullMarked
package io.serviceconcept.journey.catalogue;

import org.jspecify.annotations.NullMarked;
