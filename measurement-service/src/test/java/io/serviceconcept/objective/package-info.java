@NullMarked
package io.serviceconcept.objective;

import org.jspecify.annotations.NullMarked;
