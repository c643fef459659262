/** Values of the domain on their way to and from PostgreSQL. */
@NullMarked
package io.serviceconcept.jdbc;

import org.jspecify.annotations.NullMarked;
