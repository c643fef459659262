/** Results: day cells, the periods summed from them, and the states that are released. */
@NullMarked
package io.serviceconcept.result;

import org.jspecify.annotations.NullMarked;
