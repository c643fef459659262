/** Erasures that the concept service was asked for: they hold here too. */
@NullMarked
package io.serviceconcept.erasure;

import org.jspecify.annotations.NullMarked;
