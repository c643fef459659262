package io.serviceconcept.exports;

/** An export, or that there is none. */
sealed interface Export {

    /** Nothing is known of it yet. */
    record Absent() implements Export {
    }

    record Requested(ExportSpec spec) implements Export {
    }
}
