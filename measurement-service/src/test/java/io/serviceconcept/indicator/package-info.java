@NullMarked
package io.serviceconcept.indicator;

import org.jspecify.annotations.NullMarked;
