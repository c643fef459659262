/** The moment that is asked for. */
@NullMarked
package io.serviceconcept.time;

import org.jspecify.annotations.NullMarked;
