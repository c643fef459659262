/** What leaves the service: domain events as the contract records of {@code contracts/}. */
@NullMarked
package io.serviceconcept.concept.publishing;

import org.jspecify.annotations.NullMarked;
