/** How long work that fails is tried again. */
@NullMarked
package io.serviceconcept.patience;

import org.jspecify.annotations.NullMarked;
