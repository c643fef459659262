package io.serviceconcept.imports;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a line.
 *
 * @param line from 1
 * @param column of a CSV file the number of the column; of NDJSON the character at which the line is no JSON; from 1
 * @param pointer into the item that the line stands for, as a JSON Pointer
 */
record LineError(long line, @Nullable Integer column, @Nullable String pointer, String message) {

    /** Of one line; what else is wrong with it shows when these are mended. */
    static final int MOST_PER_LINE = 20;
}
