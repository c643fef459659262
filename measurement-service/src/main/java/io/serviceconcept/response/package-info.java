/** Responses: one stream each, created when it is received, and then corrected or retracted. */
@NullMarked
package io.serviceconcept.response;

import org.jspecify.annotations.NullMarked;
