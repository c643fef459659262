/** A peer of the benchmark. */
@NullMarked
package io.serviceconcept.bare;

import org.jspecify.annotations.NullMarked;
