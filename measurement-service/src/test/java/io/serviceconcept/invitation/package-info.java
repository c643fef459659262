@NullMarked
package io.serviceconcept.invitation;

import org.jspecify.annotations.NullMarked;
