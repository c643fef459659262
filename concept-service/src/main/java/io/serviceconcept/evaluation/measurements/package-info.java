/** The local copy of what measurement-service says: which indicators exist, their results and the verdicts on targets. */
@NullMarked
package io.serviceconcept.evaluation.measurements;

import org.jspecify.annotations.NullMarked;
