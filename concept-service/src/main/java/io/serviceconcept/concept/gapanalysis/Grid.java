package io.serviceconcept.concept.gapanalysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
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
    private final boolean[] counted;
    private final List<List<Integer>> subNeeds = new ArrayList<>();
    private final List<Integer> leaves;
    private final BigDecimal[][] fits; // an element is null while it is unknown, here and below
    private final Integer[][] importance;
    private final boolean[][] reaches;

    Grid(Sheet sheet, Scope scope, Basis basis, Measurements measurements) {
        this.sheet = sheet;
        this.counted = new boolean[sheet.channels().size()];
        for (int c = 0; c < counted.length; c++) {
            counted[c] = scope.includes(sheet.channels().get(c).status());
        }
        this.reaches = new boolean[sheet.groups().size()][counted.length];
        for (int g = 0; g < reaches.length; g++) {
            for (int c = 0; c < counted.length; c++) {
                reaches[g][c] = counted[c] && sheet.groups().get(g).isServedBy(sheet.channels().get(c));
            }
        }
        tree();
        this.leaves = IntStream.range(0, sheet.needs().size()).filter(this::isLeaf).boxed().toList();
        this.fits = new BigDecimal[sheet.needs().size()][counted.length];
        this.importance = new Integer[sheet.needs().size()][reaches.length];
        for (int n = 0; n < fits.length; n++) {
            fits(n, basis, measurements);
        }
        for (int n = 0; n < fits.length; n++) {
            importance(n);
        }
    }

    int needs() {
        return fits.length;
    }

    int groups() {
        return reaches.length;
    }

    int channels() {
        return counted.length;
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
        return counted[c];
    }

    /** Whether the channel counts, is in a layer that serves the group, and the group can use it. */
    boolean reaches(int c, int g) {
        return reaches[g][c];
    }

    /** 0–4; null when it is unknown. */
    @Nullable
    BigDecimal fit(int n, int c) {
        return fits[n][c];
    }

    boolean adequate(int n, int c) {
        BigDecimal fit = fits[n][c];
        return fit != null && fit.compareTo(ADEQUATE) >= 0;
    }

    /**
     * The best that some channels do for a need of a group, 0–1: 0 when none of them reaches the group, null when none of the
     * fits of those that do is known.
     */
    @Nullable
    BigDecimal coverage(int n, int g, IntPredicate some) {
        BigDecimal best = null;
        boolean reached = false;
        for (int c = 0; c < counted.length; c++) {
            if (reaches[g][c] && some.test(c)) {
                reached = true;
                BigDecimal fit = fits[n][c];
                best = best == null || fit != null && fit.compareTo(best) > 0 ? fit : best;
            }
        }
        if (!reached) {
            return BigDecimal.ZERO;
        }
        return best == null ? null : best.divide(FULL_FIT);
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
        for (int c = 0; c < counted.length; c++) {
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

    private void importance(int n) {
        for (int g = 0; g < reaches.length; g++) {
            String group = group(g).id();
            Integer highest = value(sheet.importance(need(n).id(), group));
            for (int sub : subNeeds.get(n)) {
                Integer value = value(sheet.importance(need(sub).id(), group));
                highest = highest == null || value != null && value > highest ? value : highest;
            }
            importance[n][g] = highest;
        }
    }

    private static @Nullable Integer value(Need.@Nullable Importance given) {
        return given == null ? null : given.value();
    }
}
