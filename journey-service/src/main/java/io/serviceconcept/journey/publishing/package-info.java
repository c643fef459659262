/** What leaves this service about a journey: the records of its contracts. */
@NullMarked
package io.serviceconcept.journey.publishing;

import org.jspecify.annotations.NullMarked;
