/**
 * The example data, put into a running platform the way its people would: through the gateway, each step with a token of
 * somebody who may take it.
 *
 * <p>
 * {@link io.serviceconcept.local.examples.ExampleLoader} loads the two stories of the domain,
 * {@link io.serviceconcept.local.examples.PublishedFigures} pushes figures that somebody else published.
 */
@NullMarked
package io.serviceconcept.local.examples;

import org.jspecify.annotations.NullMarked;
