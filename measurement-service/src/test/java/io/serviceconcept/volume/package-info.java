@NullMarked
package io.serviceconcept.volume;

import org.jspecify.annotations.NullMarked;
