package io.serviceconcept.imports;

import java.util.Arrays;

/** A stretch of a file that is looked at, and how far. */
final class Window {

    /** The longest record that is read, in bytes. */
    static final int LONGEST = 1 << 20;

    private final byte[] bytes;
    private final long offset;
    private final boolean last;
    private int at;
    private long line;
    private boolean skipping;

    /**
     * @param bytes from the place on; more than {@link #LONGEST} unless the file ends
     * @param last whether the file ends with them
     */
    Window(byte[] bytes, ImportJob.Place place, boolean last) {
        this.bytes = bytes;
        this.offset = place.offset();
        this.line = place.line();
        this.skipping = place.skipping();
        this.last = last;
    }

    ImportJob.Place place() {
        return new ImportJob.Place(offset + at, line, skipping);
    }

    byte[] bytes() {
        return bytes;
    }

    int at() {
        return at;
    }

    long line() {
        return line;
    }

    boolean isLast() {
        return last;
    }

    /** Whether everything in it was looked at. */
    boolean isUsedUp() {
        return at == bytes.length;
    }

    boolean holdsMoreThanTheLongest() {
        return bytes.length - at > LONGEST;
    }

    /** The place of the next line feed, -1 when there is none. */
    int lineFeed(int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    void passBytes(int count) {
        at += count;
    }

    /** Goes on after a line that ends at the line feed, or with the window. */
    byte[] pass(int end, int lines) {
        byte[] passed = Arrays.copyOfRange(bytes, at, end);
        at = Math.min(end + 1, bytes.length);
        line += lines;
        return passed;
    }

    /** Leaves the line that is looked at, even if it does not end here. */
    Found.Broken leave(int column, String message) {
        LineError error = new LineError(line, column, null, message);
        int end = lineFeed(at);
        if (end < 0) {
            at = bytes.length;
            skipping = !last;
        } else {
            pass(end, 1);
        }
        return new Found.Broken(error);
    }

    Found.Broken tooLong() {
        return leave(1, "is longer than " + LONGEST + " bytes");
    }

    /** Passes what is left of a line that was left; false when it does not end here. */
    boolean passSkipped() {
        if (skipping) {
            int end = lineFeed(at);
            if (end < 0) {
                at = bytes.length;
                return false;
            }
            pass(end, 1);
            skipping = false;
        }
        return true;
    }
}
