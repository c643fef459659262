/** What other services hear about measurement plans. */
@NullMarked
package io.serviceconcept.plan.publishing;

import org.jspecify.annotations.NullMarked;
