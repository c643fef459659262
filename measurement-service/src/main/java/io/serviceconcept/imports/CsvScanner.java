package io.serviceconcept.imports;

import org.jspecify.annotations.Nullable;

/**
 * Records of CSV (RFC 4180). A quote that is opened and not closed would take everything after it along; so a record that
 * does not come out right costs its first line alone, and the next line begins anew.
 */
final class CsvScanner implements Scanner {

    private static final String NOT_CLOSED = "a quote is opened and not closed";

    private final Window window;
    private final byte delimiter;
    private final int width;

    private enum In {
        START,
        PLAIN,
        QUOTED,
        CLOSED
    }

    /** @param width the number of columns; 0 when it is not known yet */
    CsvScanner(Window window, char delimiter, int width) {
        this.window = window;
        this.delimiter = (byte) delimiter;
        this.width = width;
    }

    @Override
    public @Nullable Found next() {
        if (!window.passSkipped() || window.isUsedUp()) {
            return null;
        }
        byte[] bytes = window.bytes();
        In in = In.START;
        int fields = 1;
        int lines = 1;
        int openedIn = 1;
        for (int i = window.at(); i < bytes.length; i++) {
            if (i - window.at() >= Window.LONGEST) {
                return in == In.QUOTED && lines > 1 ? leave(openedIn, NOT_CLOSED) : window.tooLong();
            }
            byte b = bytes[i];
            if (b == '\n' && in != In.QUOTED) {
                return record(i, fields, lines, openedIn);
            }
            if (b == '\n') {
                openedIn = lines == 1 ? fields : openedIn;
                lines++;
            } else if (in == In.QUOTED) {
                in = b == '"' ? In.CLOSED : In.QUOTED;
            } else if (b == delimiter) {
                in = In.START;
                fields++;
            } else if (b == '"' && in == In.PLAIN) {
                return leave(lines == 1 ? fields : openedIn, "a quote is within a field that does not begin with one");
            } else if (b == '"') {
                in = In.QUOTED;
            } else if (in == In.CLOSED && !endsLine(bytes, i)) {
                return leave(lines == 1 ? fields : openedIn,
                        lines == 1 ? "something follows on a closing quote" : NOT_CLOSED);
            } else if (in == In.START) {
                in = In.PLAIN;
            }
        }
        if (!window.isLast()) {
            return null;
        }
        return in == In.QUOTED ? leave(lines == 1 ? fields : openedIn, NOT_CLOSED)
                : record(bytes.length, fields, lines, openedIn);
    }

    /** A carriage return before a line feed, or before the end. */
    private static boolean endsLine(byte[] bytes, int i) {
        return bytes[i] == '\r' && (i + 1 == bytes.length || bytes[i + 1] == '\n');
    }

    private Found record(int end, int fields, int lines, int openedIn) {
        if (lines > 1 && width > 0 && fields != width) {
            return leave(openedIn, NOT_CLOSED);
        }
        long line = window.line();
        return new Found.Readable(line, window.pass(end, lines));
    }

    private Found leave(int column, String message) {
        return window.leave(column, message);
    }
}
