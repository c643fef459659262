/** Measures the kernel beside plain JDBC and its peers, side by side in one run: only ratios are judged. */
@NullMarked
package io.serviceconcept.benchmark;

import org.jspecify.annotations.NullMarked;
