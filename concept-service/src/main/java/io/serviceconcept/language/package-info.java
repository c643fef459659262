/** The fixed words of what people read, in the languages they read it in. */
@NullMarked
package io.serviceconcept.language;

import org.jspecify.annotations.NullMarked;
