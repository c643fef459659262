/** The history of a requirement: a read model over its events. */
@NullMarked
package io.serviceconcept.requirement.history;

import org.jspecify.annotations.NullMarked;
