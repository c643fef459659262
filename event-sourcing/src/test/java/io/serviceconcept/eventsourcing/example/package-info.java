/** The worked example of the README: a lending desk. */
@NullMarked
package io.serviceconcept.eventsourcing.example;

import org.jspecify.annotations.NullMarked;
