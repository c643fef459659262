/** The write side of a customer journey: its phases and touchpoints in order, and its publication. */
@NullMarked
package io.serviceconcept.journey;

import org.jspecify.annotations.NullMarked;
