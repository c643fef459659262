package io.serviceconcept.concept;

import java.util.Locale;

/**
 * One thing that is wrong with a matrix that was sent.
 *
 * @param line of the text, from 1
 * @param column from 1
 * @param message for people
 */
record MatrixFault(int line, int column, String code, String message) {

    /** Stable, for programs. */
    enum Code {
        NOT_CSV,
        NOT_A_MATRIX,
        UNKNOWN_NEED,
        UNKNOWN_CHANNEL,
        DUPLICATE_NEED,
        DUPLICATE_CHANNEL,
        CHANNEL_IS_RETIRED,
        NO_NEED,
        NO_CHANNEL,
        OFF_THE_SCALE
    }

    MatrixFault(int line, int column, Code code, String message) {
        this(line, column, code.name().toLowerCase(Locale.ROOT).replace('_', '-'), message);
    }
}
