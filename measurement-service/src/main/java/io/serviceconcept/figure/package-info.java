/** What a figure is: periods, slices, exact sums, and the interval around a mean. Pure. */
@NullMarked
package io.serviceconcept.figure;

import org.jspecify.annotations.NullMarked;
