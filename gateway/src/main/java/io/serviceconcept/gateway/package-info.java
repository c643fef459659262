/** The one door to the services: routes, verifies tokens, limits, and publishes the merged API document. */
@NullMarked
package io.serviceconcept.gateway;

import org.jspecify.annotations.NullMarked;
