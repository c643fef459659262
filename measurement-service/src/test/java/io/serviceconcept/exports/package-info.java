@NullMarked
package io.serviceconcept.exports;

import org.jspecify.annotations.NullMarked;
