package io.serviceconcept.concept.gapanalysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.AssessedFit;
import io.serviceconcept.concept.Channel;
import io.serviceconcept.concept.CustomerGroup;
import io.serviceconcept.concept.Need;
import io.serviceconcept.concept.gapanalysis.Measurements.Measurement;

/**
 * A sheet with each need, group and channel at a number, so that sums over all of them look nothing up: which fits count on
 * the basis asked for, what matters to whom, and which channels that count a group can reach and use.
 */
final class Grid {

    private static final BigDecimal FULL_FIT = BigDecimal.valueOf(4);
    private static final BigDecimal ADEQUATE = BigDecimal.valueOf(3);

    private final Sheet sheet;
    private final BitSet counted = new BitSet();
    private final List<BitSet> reaching = new ArrayList<>();
    private final List<List<Integer>> subNeeds = new ArrayList<>();
    private final List<Integer> leaves;
    private final BigDecimal[][] fits; // an element is null while it is unknown, here and below
    private final Integer[][] importance;
    private final List<BitSet> adequate = new ArrayList<>();
    private final int[][] bestFirst;

    Grid(Sheet sheet, Scope scope, Basis basis, Measurements measurements) {
        this.sheet = sheet;
        for (int c = 0; c < channels(); c++) {
            counted.set(c, scope.includes(channel(c).status()));
        }
        sheet.groups().forEach(group -> reaching.add(reaching(group)));
        tree();
        this.leaves = IntStream.range(0, sheet.needs().size()).filter(this::isLeaf).boxed().toList();
        this.fits = new BigDecimal[needs()][channels()];
        this.importance = new Integer[needs()][groups()];
        this.bestFirst = new int[needs()][];
        Integer[][] told = sheet.needs().stream().map(this::told).toArray(Integer[][]::new);
        for (int n = 0; n < needs(); n++) {
            fits(n, basis, measurements);
            bestFirst[n] = bestFirst(fits[n]);
            adequate.add(adequate(fits[n]));
            importance(n, told);
        }
    }

    int needs() {
        return sheet.needs().size();
    }

    int groups() {
        return sheet.groups().size();
    }

    int channels() {
        return sheet.channels().size();
    }

    Need need(int n) {
        return sheet.needs().get(n);
    }

    CustomerGroup group(int g) {
        return sheet.groups().get(g);
    }

    Channel channel(int c) {
        return sheet.channels().get(c);
    }

    /** Whether the channel has a status that counts. */
    boolean counts(int c) {
        return counted.get(c);
    }

    /** The channels with a status that counts; not to be changed. */
    BitSet counted() {
        return counted;
    }

    /** The channels that count, are in a layer that serves the group, and that it can use; not to be changed. */
    BitSet reaching(int g) {
        return reaching.get(g);
    }

    /** 0–4; null when it is unknown. */
    @Nullable
    BigDecimal fit(int n, int c) {
        return fits[n][c];
    }

    /** The channels that serve the need adequately, whether they count or not; not to be changed. */
    BitSet adequate(int n) {
        return adequate.get(n);
    }

    /**
     * The best that some channels do for a need, 0–1: 0 when there are none, null when none of their fits is known.
     */
    @Nullable
    BigDecimal coverage(int n, BitSet some) {
        if (some.isEmpty()) {
            return BigDecimal.ZERO;
        }
        for (int c : bestFirst[n]) {
            if (some.get(c)) {
                return Objects.requireNonNull(fits[n][c]).divide(FULL_FIT);
            }
        }
        return null;
    }

    /** 0–5, of a core need the highest over its own and its sub-needs'; null when it is unknown. */
    @Nullable
    Integer importance(int n, int g) {
        return importance[n][g];
    }

    /** Of a core need; empty for one without, and for a sub-need. */
    List<Integer> subNeeds(int n) {
        return subNeeds.get(n);
    }

    /** A need without sub-needs: the sums of channels, layers and groups go over these. */
    boolean isLeaf(int n) {
        return subNeeds.get(n).isEmpty();
    }

    List<Integer> leaves() {
        return leaves;
    }

    private BitSet reaching(CustomerGroup group) {
        BitSet channels = new BitSet();
        counted.stream().filter(c -> group.isServedBy(channel(c))).forEach(channels::set);
        return channels;
    }

    /** The channels of which the fit is known; of equal ones the first comes first. */
    private static int[] bestFirst(BigDecimal[] row) {
        return IntStream.range(0, row.length).filter(c -> row[c] != null).boxed()
                .sorted((one, other) -> row[other].compareTo(row[one])).mapToInt(Integer::intValue).toArray();
    }

    private static BitSet adequate(BigDecimal[] row) {
        BitSet channels = new BitSet();
        IntStream.range(0, row.length).filter(c -> row[c] != null && row[c].compareTo(ADEQUATE) >= 0)
                .forEach(channels::set);
        return channels;
    }

    private void tree() {
        Map<String, List<Integer>> byCore = new HashMap<>();
        for (int n = 0; n < sheet.needs().size(); n++) {
            String core = need(n).coreNeed();
            if (core != null) {
                byCore.computeIfAbsent(core, key -> new ArrayList<>()).add(n);
            }
        }
        sheet.needs().forEach(need -> subNeeds.add(byCore.getOrDefault(need.id(), List.of())));
    }

    private void fits(int n, Basis basis, Measurements measurements) {
        String need = need(n).id();
        Map<String, AssessedFit> assessed = sheet.fits().getOrDefault(need, Map.of());
        Map<String, Measurement> measured = measurements.channels().getOrDefault(need, Map.of());
        for (int c = 0; c < channels(); c++) {
            String channel = channel(c).id();
            AssessedFit given = assessed.get(channel);
            Measurement found = measured.get(channel);
            if (basis == Basis.ASSESSED && given != null) {
                fits[n][c] = given.median();
            } else if (basis == Basis.MEASURED && found != null) {
                fits[n][c] = found.fit();
            }
        }
    }

    /** What is said of the need itself. */
    private @Nullable Integer[] told(Need need) {
        Map<String, Need.Importance> row = sheet.importance().getOrDefault(need.id(), Map.of());
        Integer[] told = new Integer[groups()];
        for (int g = 0; g < told.length; g++) {
            told[g] = value(row.get(group(g).id()));
        }
        return told;
    }

    private void importance(int n, Integer[][] told) {
        for (int g = 0; g < groups(); g++) {
            Integer highest = told[n][g];
            for (int sub : subNeeds.get(n)) {
                Integer value = told[sub][g];
                highest = highest == null || value != null && value > highest ? value : highest;
            }
            importance[n][g] = highest;
        }
    }

    private static @Nullable Integer value(Need.@Nullable Importance given) {
        return given == null ? null : given.value();
    }
}
