/** The whole platform seen from outside: every test speaks to the gateway of one platform that is started for them all. */
@NullMarked
package io.serviceconcept.acceptance;

import org.jspecify.annotations.NullMarked;
