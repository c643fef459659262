@NullMarked
package io.serviceconcept.response;

import org.jspecify.annotations.NullMarked;
