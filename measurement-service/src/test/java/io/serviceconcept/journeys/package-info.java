@NullMarked
package io.serviceconcept.journeys;

import org.jspecify.annotations.NullMarked;
