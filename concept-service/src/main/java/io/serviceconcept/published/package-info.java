/** What anybody may know: the concept in force, in the customer's words. */
@NullMarked
package io.serviceconcept.published;

import org.jspecify.annotations.NullMarked;
