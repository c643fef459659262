package io.serviceconcept.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class WithholdingTest {

    private static final List<Table<String>> ONE = List.of(new Table<>("all", List.of("a", "b", "c", "d")));

    private static Set<String> withheld(Map<String, Long> weights) {
        return Withholding.SMALL.of(weights, ONE, Set.of(), Set.of());
    }

    @Test
    void enoughEverywhereWithholdsNothing() {
        assertThat(withheld(Map.of("all", 40L, "a", 10L, "b", 10L, "c", 20L))).isEmpty();
    }

    @Test
    void aSmallCellTakesTheNextSmallestWithIt() {
        assertThat(withheld(Map.of("all", 129L, "a", 9L, "b", 20L, "c", 100L))).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void severalSmallCellsThatAreEnoughTogetherProtectEachOther() {
        assertThat(withheld(Map.of("all", 115L, "a", 9L, "b", 6L, "c", 100L))).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void severalSmallCellsThatAreFewTogetherTakeAnother() {
        assertThat(withheld(Map.of("all", 106L, "a", 1L, "b", 2L, "c", 3L, "d", 100L))).containsExactlyInAnyOrder("a", "b",
                "c", "d");
    }

    @Test
    void ofEqualCellsTheFirstIsTaken() {
        assertThat(withheld(Map.of("all", 49L, "a", 20L, "b", 20L, "c", 9L))).containsExactlyInAnyOrder("a", "c");
    }

    @Test
    void allButAFewIsASmallCellToo() {
        assertThat(withheld(Map.of("all", 20L, "a", 15L, "b", 12L))).as("5 people have no a").contains("a", "b");
    }

    @Test
    void aTotalWhosePartsCannotProtectEachOtherGoesWithThem() {
        List<Table<String>> tables = List.of(new Table<>("year a", List.of("jan a")), new Table<>("year b", List.of("jan b",
                "feb b")), new Table<>("jan", List.of("jan a", "jan b")));
        Map<String, Long> weights = Map.of("year a", 30L, "year b", 29L, "jan a", 30L, "jan b", 9L, "feb b", 20L, "jan", 39L);
        assertThat(Withholding.SMALL.of(weights, tables, Set.of("year a", "year b"), Set.of()))
                .as("january's a is all there is of a").containsExactlyInAnyOrder("jan", "jan b", "feb b");
    }

    @Test
    void whatAWithheldTotalIsMadeOfIsWithheld() {
        assertThat(Withholding.SMALL.of(Map.of("all", 40L, "a", 20L, "b", 20L), ONE, Set.of(), Set.of("all")))
                .contains("a", "b");
    }

    @Test
    void changesAreHeldBackTogether() {
        Withholding ten = Withholding.changes(10);
        assertThat(ten.of(Map.of("all", 14L, "a", 11L, "b", 3L), ONE, Set.of(), Set.of())).as("14 − 11 would tell of 3")
                .containsExactlyInAnyOrder("a", "b");
        assertThat(ten.of(Map.of("all", 12L, "a", 9L, "b", 3L), ONE, Set.of(), Set.of())).containsExactlyInAnyOrder("a", "b");
        assertThat(ten.of(Map.of("all", 9L, "a", 9L), ONE, Set.of(), Set.of())).containsExactlyInAnyOrder("all", "a", "b", "c",
                "d");
        assertThat(ten.of(Map.of("all", 20L, "a", 10L, "b", 10L), ONE, Set.of(), Set.of())).isEmpty();
    }

    @Test
    void withAStepOfOneNothingIsHeldBack() {
        assertThat(Withholding.changes(1).of(Map.of("all", 1L, "a", 1L), ONE, Set.of(), Set.of())).isEmpty();
    }

    /** A tree of three levels: whatever is subtracted from a cell that is seen speaks of nobody or of ten. */
    @Property(tries = 500)
    void nothingSmallCanBeSubtractedInATree(
            @ForAll @Size(min = 1, max = 4) List<@Size(min = 1, max = 4) List<@IntRange(max = 25) Integer>> branches) {
        Map<String, Long> weights = new HashMap<>();
        List<Table<String>> tables = new ArrayList<>();
        List<String> names = IntStream.range(0, branches.size()).mapToObj(i -> "b" + i).toList();
        tables.add(new Table<>("root", names));
        for (int i = 0; i < branches.size(); i++) {
            List<String> leaves = new ArrayList<>();
            for (int j = 0; j < branches.get(i).size(); j++) {
                String leaf = names.get(i) + "." + j;
                leaves.add(leaf);
                weights.put(leaf, (long) branches.get(i).get(j));
                weights.merge(names.get(i), (long) branches.get(i).get(j), Long::sum);
                weights.merge("root", (long) branches.get(i).get(j), Long::sum);
            }
            tables.add(new Table<>(names.get(i), leaves));
        }
        Set<String> withheld = Withholding.SMALL.of(weights, tables, Set.of(), Set.of());
        weights.forEach((cell, weight) -> {
            if (weight > 0 && !withheld.contains(cell)) {
                assertThat(weight).isGreaterThanOrEqualTo(10);
            }
        });
        for (Table<String> table : tables) {
            if (!withheld.contains(table.total())) {
                long left = weights.get(table.total()) - table.parts().stream().filter(part -> !withheld.contains(part))
                        .mapToLong(weights::get).sum();
                assertThat(left).satisfiesAnyOf(l -> assertThat(l).isZero(), l -> assertThat(l).isGreaterThanOrEqualTo(10));
                assertThat(table.parts().stream().filter(withheld::contains).filter(part -> weights.get(part) > 0).count())
                        .isNotEqualTo(1);
            } else {
                assertThat(withheld).containsAll(table.parts());
            }
        }
    }

    /** Months by channels with totals of both: no line has a single cell missing, and none lacks one to nine responses. */
    @Property(tries = 500)
    void nothingSmallCanBeSubtractedInATableOfTwoWays(
            @ForAll @Size(min = 1, max = 4) List<@Size(4) List<@IntRange(max = 25) Integer>> rows) {
        Map<String, Long> weights = new HashMap<>();
        List<Table<String>> tables = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int column = 0; column < 4; column++) {
            List<String> parts = new ArrayList<>();
            for (int row = 0; row < rows.size(); row++) {
                long n = rows.get(row).get(column);
                parts.add(row + "," + column);
                weights.put(row + "," + column, n);
                weights.merge(row + ",all", n, Long::sum);
                weights.merge("all," + column, n, Long::sum);
                weights.merge("all,all", n, Long::sum);
            }
            tables.add(new Table<>("all," + column, parts));
        }
        List<String> top = IntStream.range(0, 4).mapToObj(column -> "all," + column).toList();
        Set<String> first = Withholding.SMALL.of(only(weights, top, "all,all"), List.of(new Table<>("all,all", top)),
                Set.of(), Set.of());
        tables.add(new Table<>("all,all", IntStream.range(0, rows.size()).mapToObj(row -> row + ",all").toList()));
        for (int r = 0; r < rows.size(); r++) {
            int row = r;
            tables.add(new Table<>(row + ",all", IntStream.range(0, 4).mapToObj(column -> row + "," + column).toList()));
        }
        top.forEach(cell -> (first.contains(cell) ? first : seen).add(cell));
        (first.contains("all,all") ? first : seen).add("all,all");
        Set<String> withheld = Withholding.SMALL.of(weights, tables, seen, first);
        for (Table<String> table : tables) {
            List<String> missing = table.parts().stream().filter(part -> weights.get(part) > 0).filter(withheld::contains)
                    .toList();
            if (!withheld.contains(table.total()) && !missing.isEmpty()) {
                assertThat(missing).hasSizeGreaterThan(1);
                assertThat(missing.stream().mapToLong(weights::get).sum()).isGreaterThanOrEqualTo(10);
            }
        }
        weights.forEach((cell, n) -> {
            if (n > 0 && n < 10) {
                assertThat(withheld).contains(cell);
            }
        });
    }

    private static Map<String, Long> only(Map<String, Long> weights, List<String> cells, String total) {
        Map<String, Long> some = new HashMap<>();
        cells.forEach(cell -> some.put(cell, weights.get(cell)));
        some.put(total, weights.get(total));
        return some;
    }
}
