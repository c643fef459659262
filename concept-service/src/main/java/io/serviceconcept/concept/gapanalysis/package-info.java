/**
 * The gap analysis: needs × channels with assessed fits, and what follows from them: which needs matter most, how well they
 * are covered, and for whom they are neglected. Computed from the events of one concept; nothing is stored.
 */
@NullMarked
package io.serviceconcept.concept.gapanalysis;

import org.jspecify.annotations.NullMarked;
