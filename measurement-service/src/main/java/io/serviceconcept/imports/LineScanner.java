package io.serviceconcept.imports;

import org.jspecify.annotations.Nullable;

/** Records that are a line each. */
record LineScanner(Window window) implements Scanner {

    @Override
    public @Nullable Found next() {
        if (!window.passSkipped() || window.isUsedUp()) {
            return null;
        }
        int end = window.lineFeed(window.at());
        if (end < 0 && !window.isLast()) {
            return window.holdsMoreThanTheLongest() ? window.tooLong() : null;
        }
        int until = end < 0 ? window.bytes().length : end;
        if (until - window.at() > Window.LONGEST) {
            return window.tooLong();
        }
        long line = window.line();
        return new Found.Readable(line, window.pass(until, 1));
    }
}
