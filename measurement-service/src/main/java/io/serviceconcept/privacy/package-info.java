/** Which figures must be withheld so that no others can be subtracted into a few people's answers. Pure. */
@NullMarked
package io.serviceconcept.privacy;

import org.jspecify.annotations.NullMarked;
