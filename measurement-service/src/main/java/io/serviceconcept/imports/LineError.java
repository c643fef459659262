package io.serviceconcept.imports;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a line. It never quotes what the line says: errors outlive the file.
 *
 * @param line from 1
 * @param column of a CSV file the number of the column; of NDJSON the character at which the value begins, or the line is no
 *        JSON; from 1
 * @param pointer into the item that the line stands for, as a JSON Pointer
 */
record LineError(long line, @Nullable Integer column, @Nullable String pointer, String message) {

    private static final int LONGEST_POINTER = 500;

    LineError {
        pointer = pointer == null ? null : shortened(pointer);
    }

    private static String shortened(String pointer) {
        if (pointer.length() <= LONGEST_POINTER) {
            return pointer;
        }
        int end = Character.isHighSurrogate(pointer.charAt(LONGEST_POINTER - 1)) ? LONGEST_POINTER - 1 : LONGEST_POINTER;
        return pointer.substring(0, end) + '…';
    }

    /** Of one line; what else is wrong with it shows when these are mended. */
    static final int MOST_PER_LINE = 20;
}
