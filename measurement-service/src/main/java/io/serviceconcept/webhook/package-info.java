/** Survey tools that send responses by webhooks: who may, and what their questions are called here. */
@NullMarked
package io.serviceconcept.webhook;

import org.jspecify.annotations.NullMarked;
