/** Who did what to an idea, when and why. */
@NullMarked
package io.serviceconcept.idea.history;

import org.jspecify.annotations.NullMarked;
