/** The organisation's calendar. */
@NullMarked
package io.serviceconcept.time;

import org.jspecify.annotations.NullMarked;
