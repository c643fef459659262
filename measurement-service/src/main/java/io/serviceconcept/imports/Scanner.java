package io.serviceconcept.imports;

import org.jspecify.annotations.Nullable;

/** Finds the records of a window, one after the other. */
interface Scanner {

    /** Null when the window holds no other whole record. */
    @Nullable
    Found next();
}
