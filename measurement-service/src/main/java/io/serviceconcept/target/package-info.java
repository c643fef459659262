/** When a target counts as met. Pure. */
@NullMarked
package io.serviceconcept.target;

import org.jspecify.annotations.NullMarked;
