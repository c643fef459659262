/** Files of results and responses: made in pieces after they were asked for, then downloaded. */
@NullMarked
package io.serviceconcept.exports;

import org.jspecify.annotations.NullMarked;
