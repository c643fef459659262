package io.serviceconcept.imports;

/** How far an import is. */
enum ImportState {
    /** The file is on its way; one that does not arrive is dropped after an hour. */
    UPLOADING,
    /** The file is stored. */
    WAITING,
    /** Lines are being taken in. */
    RUNNING,
    /** All lines were looked at. */
    DONE,
    /**
     * The file as a whole cannot be read, and nothing of it was taken in; or it failed at a line every time for a day, and what
     * comes before was. The error says which.
     */
    FAILED
}
