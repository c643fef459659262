@NullMarked
package io.serviceconcept.wiring;

import org.jspecify.annotations.NullMarked;
