package io.serviceconcept.eventsourcing.http;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Part of a list.
 *
 * @param next the cursor of the next page, null on the last one
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** A page of a list that is all at hand and grows at its end: its items are known by their places. */
    public static <T> Page<T> among(List<T> all, PageRequest request) {
        int from = (int) Math.min(request.number(), all.size());
        int to = Math.min(from + request.limit(), all.size());
        return new Page<>(List.copyOf(all.subList(from, to)), to < all.size() ? Cursors.write(Integer.toString(to)) : null);
    }

    /**
     * @param found what the query found, asked for one more than the limit
     * @param sortKey what the list is ordered by, unique
     */
    public static <T> Page<T> of(List<T> found, PageRequest request, Function<T, String> sortKey) {
        if (found.size() <= request.limit()) {
            return new Page<>(List.copyOf(found), null);
        }
        List<T> items = List.copyOf(found.subList(0, request.limit()));
        return new Page<>(items, Cursors.write(sortKey.apply(items.getLast())));
    }

    /**
     * @param found what the query found in this order, asked for one more than the limit
     * @param place of an item in the list
     */
    public static <T> Page<T> of(List<T> found, PageRequest request, Sort sort, Function<T, Place> place) {
        return of(found, request, item -> cursor(sort, place.apply(item)));
    }

    /** A page of a list that is all at hand, in no order yet. */
    public static <T> Page<T> among(List<T> all, PageRequest request, Sort sort, Function<T, Place> place) {
        Place after = request.place(sort);
        Comparator<Place> order = sort.descending() ? Place.ORDER.reversed() : Place.ORDER;
        return of(all.stream().filter(item -> after == null || order.compare(place.apply(item), after) > 0)
                .sorted(Comparator.comparing(place, order)).limit(request.limit() + 1L).toList(), request, sort, place);
    }

    private static String cursor(Sort sort, Place place) {
        return sort.parameter() + ' ' + place.id() + ' ' + place.key();
    }
}
