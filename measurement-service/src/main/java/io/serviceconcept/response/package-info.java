/** Responses: one stream each, created by its only event. */
@NullMarked
package io.serviceconcept.response;

import org.jspecify.annotations.NullMarked;
