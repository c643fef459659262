/** The people whom personal data is about. Who they are is not known here. */
@NullMarked
package io.serviceconcept.subject;

import org.jspecify.annotations.NullMarked;
