@NullMarked
package io.serviceconcept.result;

import org.jspecify.annotations.NullMarked;
