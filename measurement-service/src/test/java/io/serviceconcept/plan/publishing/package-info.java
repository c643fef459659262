@NullMarked
package io.serviceconcept.plan.publishing;

import org.jspecify.annotations.NullMarked;
