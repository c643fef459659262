@NullMarked
package io.serviceconcept.webhook;

import org.jspecify.annotations.NullMarked;
