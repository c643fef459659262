@NullMarked
package io.serviceconcept.imports;

import org.jspecify.annotations.NullMarked;
