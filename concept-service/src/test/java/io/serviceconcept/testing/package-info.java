/** What the tests of this service share: its API as a client sees it, and the topics of the other services. */
@NullMarked
package io.serviceconcept.testing;

import org.jspecify.annotations.NullMarked;
