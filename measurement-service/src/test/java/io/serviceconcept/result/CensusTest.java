package io.serviceconcept.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.serviceconcept.figure.Dimension;
import io.serviceconcept.figure.Figure;
import io.serviceconcept.figure.Slice;
import io.serviceconcept.result.Census.Place;

class CensusTest {

    private static final List<String> NAMED = List.of("North", "South");

    private static Census of(String location, long total, boolean covered) {
        Census census = new Census();
        census.add(Slice.ALL, location, new Place(BigDecimal.valueOf(total), covered));
        census.add(Slice.of(Dimension.LOCATION, location), location, new Place(BigDecimal.valueOf(total), covered));
        return census;
    }

    private static void add(Census census, String location, long total, boolean covered) {
        census.add(Slice.ALL, location, new Place(BigDecimal.valueOf(total), covered));
    }

    @Test
    void aTotalIsCompleteWhenEveryExpectedLocationCoversEveryDay() {
        Census census = of("North", 100, true);
        add(census, "South", 50, true);

        Figure figure = census.figure(Slice.ALL, Census.expected(Slice.ALL, NAMED, census));

        assertThat(figure.value()).isEqualByComparingTo("150");
        assertThat(figure.complete()).isTrue();
    }

    @Test
    void aLocationWithoutADayMakesItIncomplete() {
        Census census = of("North", 100, true);
        add(census, "South", 50, false);

        assertThat(census.figure(Slice.ALL, Census.expected(Slice.ALL, NAMED, census)).complete()).isFalse();
    }

    @Test
    void aLocationThatWasNeverSeenMakesItIncomplete() {
        Census census = of("North", 100, true);

        assertThat(census.figure(Slice.ALL, Census.expected(Slice.ALL, NAMED, census)).complete()).isFalse();
    }

    @Test
    void oneLocationExpectsOnlyItself() {
        Census census = of("North", 100, true);
        Slice north = Slice.of(Dimension.LOCATION, "North");

        assertThat(census.figure(north, Census.expected(north, NAMED, census)).complete()).isTrue();
    }

    @Test
    void whereNoneAreNamedTheLocationsSeenOnEitherSideAreCompared() {
        Census now = of("North", 90, true);
        Census before = of("North", 100, true);
        add(before, "South", 50, true);

        assertThat(now.figure(Slice.ALL, Census.expected(Slice.ALL, List.of(), now, before)).complete()).isFalse();
        assertThat(before.figure(Slice.ALL, Census.expected(Slice.ALL, List.of(), now, before)).complete()).isTrue();
    }

    @Test
    void aShareIsOfAllThatWasCountedAnywhere() {
        Census census = new Census();
        census.add(Slice.ALL, "North", new Place(BigDecimal.valueOf(90), BigDecimal.valueOf(100), true));
        census.add(Slice.ALL, "South", new Place(BigDecimal.ZERO, BigDecimal.valueOf(20), false));

        Figure share = Objects.requireNonNull(census.share(Slice.ALL, Set.of("North", "South")));

        assertThat(share).isEqualTo(Figure.ofCountedShare(BigDecimal.valueOf(90), BigDecimal.valueOf(120), false));
        assertThat(share.value()).isEqualByComparingTo("75");
    }

    @Test
    void aShareOfNothingIsNoFigure() {
        Census census = new Census();
        census.add(Slice.ALL, "North", new Place(BigDecimal.ZERO, BigDecimal.ZERO, true));

        assertThat(census.share(Slice.ALL, Set.of("North"))).isNull();
    }
}
