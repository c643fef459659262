/** A concept as a document: one page that prints, for people who never call an API. */
@NullMarked
package io.serviceconcept.document;

import org.jspecify.annotations.NullMarked;
