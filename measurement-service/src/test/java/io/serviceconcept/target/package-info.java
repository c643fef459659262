@NullMarked
package io.serviceconcept.target;

import org.jspecify.annotations.NullMarked;
