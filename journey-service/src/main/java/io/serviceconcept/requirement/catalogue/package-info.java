/** The list of requirements: a read model with a row per requirement. */
@NullMarked
package io.serviceconcept.requirement.catalogue;

import org.jspecify.annotations.NullMarked;
