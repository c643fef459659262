/** What the kernel needs to know of the service as a whole. */
@NullMarked
package io.serviceconcept.wiring;

import org.jspecify.annotations.NullMarked;
