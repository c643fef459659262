/** The list of a concept's ideas. */
@NullMarked
package io.serviceconcept.idea.catalogue;

import org.jspecify.annotations.NullMarked;
