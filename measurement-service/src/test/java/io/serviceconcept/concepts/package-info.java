@NullMarked
package io.serviceconcept.concepts;

import org.jspecify.annotations.NullMarked;
