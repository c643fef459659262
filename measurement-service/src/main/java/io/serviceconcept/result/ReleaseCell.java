package io.serviceconcept.result;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a place that could be released.
 *
 * @param n responses when it was last looked at
 * @param figure the figure when it was last looked at, only where changes are held back
 * @param changes since it was last shown: at least one for each time it was looked at and was another
 * @param shownN responses behind what was last shown
 * @param withheld whether it may not be seen
 */
record ReleaseCell(long n, @Nullable String figure, long changes, long shownN, boolean withheld) {

    static final ReleaseCell NEW = new ReleaseCell(0, null, 0, 0, false);

    /** @param now the figure, where changes are held back */
    ReleaseCell counted(long count, @Nullable String now) {
        boolean differs = figure != null && !figure.equals(now);
        return new ReleaseCell(count, now, changes + Math.max(Math.abs(count - n), differs ? 1 : 0), shownN, withheld);
    }

    ReleaseCell shown() {
        return new ReleaseCell(n, figure, 0, n, false);
    }

    ReleaseCell held() {
        return new ReleaseCell(n, figure, changes, shownN, false);
    }

    ReleaseCell withhold() {
        return new ReleaseCell(n, figure, changes, shownN, true);
    }
}
