package io.serviceconcept.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.serviceconcept.figure.Dimension;
import io.serviceconcept.figure.Slice;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Slices of different dimensions that happen to lie in each other. */
class DifferencesTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final Days DAY = new Days(MONDAY, MONDAY);

    private record Response(String channel, String touchpoint, String location) {

        Set<Slice> slices() {
            return Set.of(Slice.ALL, Slice.of(Dimension.CHANNEL, channel), Slice.of(Dimension.TOUCHPOINT, touchpoint),
                    Slice.of(Dimension.LOCATION, location));
        }
    }

    private static Stream<Response> times(int n, String channel, String touchpoint, String location) {
        return Stream.generate(() -> new Response(channel, touchpoint, location)).limit(n);
    }

    private static Set<Slice> seen(List<Response> responses) {
        Map<Place, Long> weights = new HashMap<>();
        responses.forEach(response -> response.slices()
                .forEach(slice -> weights.merge(new Place(DAY, slice), 1L, Long::sum)));
        Spreads spreads = (days, slices) -> slices.stream().collect(Collectors.toMap(slice -> slice, slice -> {
            Spread spread = Spread.ofNobody();
            responses.stream().filter(response -> response.slices().contains(slice))
                    .forEach(response -> spread.add(MONDAY, BigDecimal.ONE, 1));
            return spread;
        }));
        Set<Place> withheld = new Breakdown(null, List.of(DAY), Nesting.OF_PAIRS).withheld(Withholding.SMALL, weights, Set.of(),
                spreads);
        return weights.keySet().stream().filter(place -> !withheld.contains(place)).map(Place::slice)
                .collect(Collectors.toSet());
    }

    private static long count(List<Response> responses, Predicate<Response> such) {
        return responses.stream().filter(such).count();
    }

    @Test
    void aTouchpointThatIsNearlyAllOfAChannelIsWithheld() {
        Set<Slice> seen = seen(Stream.of(times(91, "C", "T", "x"), times(9, "C", "UNKNOWN", "x"),
                times(40, "D", "UNKNOWN", "x")).flatMap(some -> some).toList());

        assertThat(seen).as("100 less 91, and 49 less 40").contains(Slice.ALL)
                .doesNotContain(Slice.of(Dimension.CHANNEL, "C"), Slice.of(Dimension.CHANNEL, "D"))
                .contains(Slice.of(Dimension.TOUCHPOINT, "T"), Slice.of(Dimension.TOUCHPOINT, "UNKNOWN"));
    }

    @Test
    void whatIsTheSameAsSomethingWithheldIsWithheldToo() {
        Set<Slice> seen = seen(Stream.of(times(9, "A", "u", "x"), times(30, "B", "v", "x"), times(60, "C", "u", "x"))
                .flatMap(some -> some).toList());

        assertThat(seen).as("B is v, and from B follows A").doesNotContain(Slice.of(Dimension.CHANNEL, "A"),
                Slice.of(Dimension.CHANNEL, "B"), Slice.of(Dimension.TOUCHPOINT, "v"));
    }

    @Test
    void whoIsOfOneGroupIsNotAmongThoseOfAnother() {
        Map<Slice, Long> weights = Map.of(Slice.ALL, 54L, Slice.of(Dimension.GROUP, "A"), 30L, Slice.of(Dimension.GROUP, "B"),
                24L, Slice.of(Dimension.NEED, "n"), 54L, Slice.of(Dimension.NEED_GROUP, "n", "A"), 30L,
                Slice.of(Dimension.NEED_GROUP, "n", "B"), 24L);
        Map<Place, Long> places = new HashMap<>();
        weights.forEach((slice, weight) -> places.put(new Place(DAY, slice), weight));
        Spreads allOnOneDay = (days, slices) -> slices.stream().collect(Collectors.toMap(slice -> slice, slice -> {
            Spread spread = Spread.ofNobody();
            spread.add(MONDAY, BigDecimal.ONE, weights.getOrDefault(slice, 0L));
            return spread;
        }));

        assertThat(new Breakdown(null, List.of(DAY), Nesting.OF_PAIRS).withheld(Withholding.SMALL, places, Set.of(),
                allOnOneDay)).isEmpty();
    }

    @Test
    void enoughBetweenThemIsNoSecret() {
        assertThat(seen(Stream.concat(times(50, "C", "T", "x"), times(10, "C", "UNKNOWN", "x")).toList()))
                .contains(Slice.of(Dimension.CHANNEL, "C"), Slice.of(Dimension.TOUCHPOINT, "T"));
    }

    /** Whatever lies in what: of two slices that are seen, neither leaves one to nine of the other. */
    @Property(tries = 500)
    void nothingThatIsSeenCanBeSubtractedIntoAFew(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 0, max = 60) Integer> sizes,
            @ForAll @Size(8) List<@IntRange(min = 0, max = 26) Integer> places) {
        List<Response> responses = new ArrayList<>();
        for (int i = 0; i < sizes.size(); i++) {
            int place = places.get(i);
            responses.addAll(times(sizes.get(i), "c" + place % 3, "t" + place / 3 % 3, "l" + place / 9).toList());
        }
        List<Set<Response>> known = new ArrayList<>();
        Set<Slice> seen = seen(responses);
        for (Slice slice : seen) {
            known.add(responses.stream().filter(response -> response.slices().contains(slice)).collect(Collectors.toSet()));
        }
        for (Dimension dimension : List.of(Dimension.CHANNEL, Dimension.TOUCHPOINT, Dimension.LOCATION)) {
            // what is withheld of a dimension is known together
            Set<Response> rest = new HashSet<>(responses);
            rest.removeIf(response -> response.slices().stream()
                    .anyMatch(slice -> slice.dimension() == dimension && seen.contains(slice)));
            if (seen.contains(Slice.ALL)) {
                known.add(rest);
            }
        }
        for (Set<Response> outer : known) {
            for (Set<Response> inner : known) {
                if (outer.containsAll(inner)) {
                    long left = count(responses, response -> outer.contains(response) && !inner.contains(response));
                    assertThat(left == 0 || left >= 10).as("%s without %s of %s", outer, inner, responses.size()).isTrue();
                }
            }
        }
    }
}
