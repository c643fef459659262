/**
 * What every resource of the API has in common: strict input, problems, versions as entity tags, pages, the caller.
 */
@NullMarked
package io.serviceconcept.eventsourcing.http;

import org.jspecify.annotations.NullMarked;
