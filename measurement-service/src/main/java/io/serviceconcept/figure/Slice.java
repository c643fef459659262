package io.serviceconcept.figure;

import java.util.Comparator;

import org.jspecify.annotations.Nullable;

/**
 * The part of all responses or observations that a figure speaks of.
 *
 * @param key an id or a location, two of them joined by a bar for a pair, empty for {@link Dimension#ALL}
 */
public record Slice(Dimension dimension, String key) implements Comparable<Slice> {

    /** The key of what the sender did not tell: a value like any other. */
    public static final String UNKNOWN = "UNKNOWN";

    public static final Slice ALL = new Slice(Dimension.ALL, "");

    private static final Comparator<Slice> ORDER = Comparator.comparing(Slice::dimension).thenComparing(Slice::key);

    public Slice {
        if ((dimension == Dimension.ALL) != key.isEmpty()) {
            throw new IllegalArgumentException("every slice but ALL has a key");
        }
    }

    public static Slice of(Dimension dimension, @Nullable String key) {
        return new Slice(dimension, key == null ? UNKNOWN : key);
    }

    /** A pair such as need and channel. */
    public static Slice of(Dimension dimension, @Nullable String first, @Nullable String second) {
        return new Slice(dimension, (first == null ? UNKNOWN : first) + '|' + (second == null ? UNKNOWN : second));
    }

    @Override
    public int compareTo(Slice other) {
        return ORDER.compare(this, other);
    }
}
