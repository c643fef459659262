/**
 * Ideas: proposed improvements and new services, from the proposal to what became of them, with the concept tests in which
 * they were tried. One stream of events per idea; an idea belongs to one concept and names parts of its draft.
 */
@NullMarked
package io.serviceconcept.idea;

import org.jspecify.annotations.NullMarked;
