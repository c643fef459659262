package io.serviceconcept.exports;

/** How an export is written. */
public enum ExportFormat {
    CSV("text/csv;charset=UTF-8", "csv"),
    NDJSON("application/x-ndjson", "ndjson");

    private final String mediaType;
    private final String ending;

    ExportFormat(String mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    String mediaType() {
        return mediaType;
    }

    /** Of the name of a file. */
    String ending() {
        return ending;
    }
}
