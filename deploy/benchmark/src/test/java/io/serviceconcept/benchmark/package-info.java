@NullMarked
package io.serviceconcept.benchmark;

import org.jspecify.annotations.NullMarked;
