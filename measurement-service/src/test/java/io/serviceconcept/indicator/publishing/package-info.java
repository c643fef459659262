@NullMarked
package io.serviceconcept.indicator.publishing;

import org.jspecify.annotations.NullMarked;
