package io.serviceconcept.eventsourcing.http;

import org.jspecify.annotations.Nullable;

/**
 * What the query parameter {@code q} looks for in names.
 */
public final class Search {

    private static final int LONGEST = 200;

    private Search() {
    }

    /**
     * @return the text, null when there is none
     * @throws InvalidInput when it is empty, too long or holds what no name holds
     */
    public static @Nullable String checked(@Nullable String q) {
        if (q != null && (q.isBlank() || q.length() > LONGEST || q.indexOf('\0') >= 0)) {
            throw new InvalidInput("?q", "has 1-" + LONGEST + " characters");
        }
        return q;
    }

    /** The text for {@code like … escape '!'}, found anywhere. */
    public static String pattern(String text) {
        return '%' + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + '%';
    }
}
