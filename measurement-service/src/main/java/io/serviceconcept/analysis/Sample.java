package io.serviceconcept.analysis;

import java.math.BigDecimal;

import io.serviceconcept.figure.Interval;

/**
 * A figure of a sample, as it was released.
 *
 * @param n 2 or more
 * @param interval of 95 %
 */
record Sample(long n, BigDecimal figure, Interval interval) {
}
