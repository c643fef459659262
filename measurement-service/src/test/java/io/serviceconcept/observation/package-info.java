@NullMarked
package io.serviceconcept.observation;

import org.jspecify.annotations.NullMarked;
