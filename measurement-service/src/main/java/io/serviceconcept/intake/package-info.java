/** What responses and observations share on their way in: the sender's ids, batches and their outcomes. */
@NullMarked
package io.serviceconcept.intake;

import org.jspecify.annotations.NullMarked;
