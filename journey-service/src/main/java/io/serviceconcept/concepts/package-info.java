/** What this service knows of the service concepts: a copy of its own, fed by the events of concept-service. */
@NullMarked
package io.serviceconcept.concepts;

import org.jspecify.annotations.NullMarked;
