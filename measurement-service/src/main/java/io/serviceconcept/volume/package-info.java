/** How many customers there were, how many were offered a survey and how many answered it. */
@NullMarked
package io.serviceconcept.volume;

import org.jspecify.annotations.NullMarked;
