package io.serviceconcept.exports;

/** How far an export is. */
enum ExportState {
    WAITING,
    RUNNING,
    /** It can be downloaded. */
    DONE,
    /** It is gone; ask for another one. */
    EXPIRED,
    /** It could not be made: it failed every time it was tried. */
    FAILED
}
