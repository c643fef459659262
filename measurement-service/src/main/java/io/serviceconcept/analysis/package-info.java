/** What released figures tell together: trends, process charts, and whether two slices differ. */
@NullMarked
package io.serviceconcept.analysis;

import org.jspecify.annotations.NullMarked;
