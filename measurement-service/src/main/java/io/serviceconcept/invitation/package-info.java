/** Invitations to answer a survey once, without a token of one's own. */
@NullMarked
package io.serviceconcept.invitation;

import org.jspecify.annotations.NullMarked;
