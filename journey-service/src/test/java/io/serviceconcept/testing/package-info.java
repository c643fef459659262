/** What the tests of this service share. */
@NullMarked
package io.serviceconcept.testing;

import org.jspecify.annotations.NullMarked;
