/**
 * The gap analysis: needs × channels with fits, and what follows from them: which needs matter most, how well they are
 * covered and for whom they are neglected, where the opportunities lie, what each channel is worth and whether the others
 * could do without it, and what all of it would be with supposed changes. Computed from the events of one concept, beside
 * what customers say; nothing is stored.
 * <p>
 * The way of a request: {@code Matrix} folds the events into a {@code Sheet}, {@code WhatIf} makes another one of it,
 * {@code Grid} numbers its needs, groups and channels, and the sums run over the numbers.
 */
@NullMarked
package io.serviceconcept.concept.gapanalysis;

import org.jspecify.annotations.NullMarked;
