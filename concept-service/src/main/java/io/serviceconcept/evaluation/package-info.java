/**
 * The standing of a concept: how the edition in force does, from what measurement-service and journey-service say. A read
 * model; the verdicts are theirs, nothing is judged here.
 */
@NullMarked
package io.serviceconcept.evaluation;

import org.jspecify.annotations.NullMarked;
