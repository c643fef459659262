/** The local copy of concepts: the targets of their editions. */
@NullMarked
package io.serviceconcept.concepts;

import org.jspecify.annotations.NullMarked;
