/** Who did what to a concept, when and why. Read from its events. */
@NullMarked
package io.serviceconcept.concept.history;

import org.jspecify.annotations.NullMarked;
