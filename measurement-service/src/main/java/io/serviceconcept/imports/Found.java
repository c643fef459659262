package io.serviceconcept.imports;

/** What a scanner finds next in a file. */
sealed interface Found {

    /** One line of NDJSON, or one record of CSV, which may go over several lines; without the line end. */
    record Readable(long line, byte[] bytes) implements Found {
    }

    /** A line that is no record. */
    record Broken(LineError error) implements Found {
    }
}
