/** What the tests of the kernel and of every service have in common; published as this module's test-jar. */
@NullMarked
package io.serviceconcept.eventsourcing.testing;

import org.jspecify.annotations.NullMarked;
