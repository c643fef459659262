@NullMarked
package io.serviceconcept.privacy;

import org.jspecify.annotations.NullMarked;
