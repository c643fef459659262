@NullMarked
package io.serviceconcept.figure;

import org.jspecify.annotations.NullMarked;
