package io.serviceconcept.privacy;

import java.util.Comparator;

import io.serviceconcept.figure.Slice;

/** Where a figure stands: some days and a slice. */
public record Place(Days days, Slice slice) implements Comparable<Place> {

    private static final Comparator<Place> ORDER = Comparator.comparing(Place::days).thenComparing(Place::slice);

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
