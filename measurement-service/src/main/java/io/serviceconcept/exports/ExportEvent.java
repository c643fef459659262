package io.serviceconcept.exports;

/** What happened to an export. */
public sealed interface ExportEvent {

    record ExportRequested(String export, ExportSpec spec) implements ExportEvent {
    }

    /** Somebody took the file. */
    record ExportDownloaded() implements ExportEvent {
    }
}
