/** How large requests may be. */
@NullMarked
package io.serviceconcept.bounds;

import org.jspecify.annotations.NullMarked;
