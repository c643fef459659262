/** Files of responses or observations: stored when they are uploaded, taken in line by line afterwards. */
@NullMarked
package io.serviceconcept.imports;

import org.jspecify.annotations.NullMarked;
