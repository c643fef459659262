@NullMarked
package io.serviceconcept.plan;

import org.jspecify.annotations.NullMarked;
