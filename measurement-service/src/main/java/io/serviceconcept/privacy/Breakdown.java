package io.serviceconcept.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.Dimension;
import io.serviceconcept.figure.Slice;

/**
 * How the figures of some days are broken down: into spans that make them up, and each span by every dimension. What is
 * decided of the whole is never decided again: it can be seen, or its parts are withheld with it.
 *
 * @param whole null where nothing longer is shown
 * @param spans that make up the whole
 * @param awaited places that the whole does not hold yet: they are withheld, and nothing of the whole leads to them
 */
public record Breakdown(@Nullable Days whole, List<Days> spans, Nesting nesting, Set<Place> awaited) {

    public Breakdown {
        spans = List.copyOf(spans);
        awaited = Set.copyOf(awaited);
    }

    public Breakdown(@Nullable Days whole, List<Days> spans, Nesting nesting) {
        this(whole, spans, nesting, Set.of());
    }

    /**
     * Decides what of the spans is withheld.
     *
     * @param weights of the places of the whole and of its spans
     * @param withheld what is withheld of the whole
     */
    public Set<Place> withheld(Withholding rule, Map<Place, Long> weights, Set<Place> withheld) {
        SortedSet<Slice> slices = weights.keySet().stream().map(Place::slice).collect(Collectors.toCollection(TreeSet::new));
        Map<Place, Long> own = new HashMap<>();
        weights.forEach((place, weight) -> {
            if (spans.contains(place.days())) {
                own.put(place, weight);
            }
        });
        Set<Place> seen = new HashSet<>();
        Set<Place> decided = new HashSet<>(awaited);
        if (whole != null) {
            for (Slice slice : slices) {
                Place place = new Place(whole, slice);
                (withheld.contains(place) ? decided : seen).add(place);
                own.put(place, weights.getOrDefault(place, 0L));
            }
        }
        return rule.of(own, tables(slices), seen, decided).stream().filter(place -> spans.contains(place.days()))
                .collect(Collectors.toSet());
    }

    private List<Table<Place>> tables(Collection<Slice> slices) {
        List<Table<Place>> tables = new ArrayList<>();
        if (whole != null) {
            for (Slice slice : slices) {
                tables.add(new Table<>(new Place(whole, slice), spans.stream().map(days -> new Place(days, slice))
                        .filter(place -> !awaited.contains(place)).toList()));
            }
        }
        Map<Slice, List<Slice>> within = new TreeMap<>();
        Map<Dimension, List<Slice>> dimensions = slices.stream().filter(slice -> slice.dimension() != Dimension.ALL)
                .collect(Collectors.groupingBy(Slice::dimension, TreeMap::new, Collectors.toList()));
        for (Slice slice : slices) {
            for (Slice around : nesting.around(slice)) {
                within.computeIfAbsent(around, a -> new ArrayList<>()).add(slice);
            }
        }
        for (Days days : spans) {
            dimensions.values().forEach(parts -> tables.add(table(days, Slice.ALL, parts)));
            within.forEach((total, parts) -> parts.stream().collect(Collectors.groupingBy(Slice::dimension)).values()
                    .forEach(ofOne -> tables.add(table(days, total, ofOne))));
        }
        return tables;
    }

    private static Table<Place> table(Days days, Slice total, List<Slice> parts) {
        return new Table<>(new Place(days, total), parts.stream().map(slice -> new Place(days, slice)).toList());
    }
}
