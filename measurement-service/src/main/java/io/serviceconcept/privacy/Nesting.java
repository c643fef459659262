package io.serviceconcept.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.serviceconcept.figure.Dimension;
import io.serviceconcept.figure.Slice;

/**
 * Which slices lie in which, besides that all lie in {@link Slice#ALL}.
 *
 * @param told what cannot be seen from a slice itself, such as the layer of a channel
 */
public record Nesting(Map<Slice, List<Slice>> told) {

    /** What slices tell themselves: a pair lies in each of the two. */
    public static final Nesting OF_PAIRS = new Nesting(Map.of());

    public Nesting {
        told = Map.copyOf(told);
    }

    List<Slice> around(Slice slice) {
        List<Slice> around = new ArrayList<>(told.getOrDefault(slice, List.of()));
        if (slice.dimension() == Dimension.NEED_CHANNEL) {
            around.addAll(halves(slice, Dimension.CHANNEL));
        } else if (slice.dimension() == Dimension.NEED_GROUP) {
            around.addAll(halves(slice, Dimension.GROUP));
        }
        return around;
    }

    private static List<Slice> halves(Slice pair, Dimension second) {
        int bar = pair.key().indexOf('|');
        return List.of(Slice.of(Dimension.NEED, pair.key().substring(0, bar)),
                Slice.of(second, pair.key().substring(bar + 1)));
    }
}
