@NullMarked
package io.serviceconcept.analysis;

import org.jspecify.annotations.NullMarked;
