/** Indicators: what is measured, in which unit, and which way is better. */
@NullMarked
package io.serviceconcept.indicator;

import org.jspecify.annotations.NullMarked;
