@NullMarked
package io.serviceconcept.survey;

import org.jspecify.annotations.NullMarked;
