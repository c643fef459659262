/** What decides the content of the examples, tested from inside its package. */
@NullMarked
package io.serviceconcept.local.examples;

import org.jspecify.annotations.NullMarked;
