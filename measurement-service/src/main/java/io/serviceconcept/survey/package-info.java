/** Surveys: closed questions and the indicators they feed. */
@NullMarked
package io.serviceconcept.survey;

import org.jspecify.annotations.NullMarked;
