/** What waits for somebody, across a concept: a read model over what owners were named for. */
@NullMarked
package io.serviceconcept.mywork;

import org.jspecify.annotations.NullMarked;
