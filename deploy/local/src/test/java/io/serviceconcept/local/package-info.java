@NullMarked
package io.serviceconcept.local;

import org.jspecify.annotations.NullMarked;
