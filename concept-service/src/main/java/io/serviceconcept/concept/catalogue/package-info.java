/** The list of an organisation's concepts. */
@NullMarked
package io.serviceconcept.concept.catalogue;

import org.jspecify.annotations.NullMarked;
