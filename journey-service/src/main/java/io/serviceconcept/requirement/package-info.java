/** The write side of a requirement: what must be in place, by when and by whose doing, before a channel may open. */
@NullMarked
package io.serviceconcept.requirement;

import org.jspecify.annotations.NullMarked;
