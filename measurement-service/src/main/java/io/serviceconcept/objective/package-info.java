/** When a target counts as met. Pure. */
@NullMarked
package io.serviceconcept.objective;

import org.jspecify.annotations.NullMarked;
