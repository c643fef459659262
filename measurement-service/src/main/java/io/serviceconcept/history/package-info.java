/** Who did what, when and why, of whatever is a stream of events. */
@NullMarked
package io.serviceconcept.history;

import org.jspecify.annotations.NullMarked;
