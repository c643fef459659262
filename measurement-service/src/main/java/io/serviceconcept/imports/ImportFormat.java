package io.serviceconcept.imports;

/** How a file is written. */
enum ImportFormat {
    CSV,
    NDJSON
}
