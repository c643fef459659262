package io.serviceconcept.concept.gapanalysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.CustomerGroup;
import io.serviceconcept.concept.Need;
import io.serviceconcept.concept.gapanalysis.GapAnalysis.AnalysedNeed;
import io.serviceconcept.concept.gapanalysis.GapAnalysis.AnalysisWarning;
import io.serviceconcept.concept.gapanalysis.GapAnalysis.NeedCoverage;
import io.serviceconcept.concept.gapanalysis.GapAnalysis.NeedOpportunity;
import io.serviceconcept.concept.gapanalysis.GapAnalysis.NeglectedGroup;
import io.serviceconcept.concept.gapanalysis.Measurements.Measurement;

/** A need as it is shown: its sums, and what each group gets of it beside what it wants and says. */
record NeedAnalyst(Grid grid, Sums sums, Quadrants quadrants, Sheet sheet, Basis basis, Measurements measurements) {

    private static final BigDecimal TEN = BigDecimal.TEN;
    private static final BigDecimal OF_A_FIT = new BigDecimal("2.5");

    AnalysedNeed analysed(int n) {
        Need need = grid.need(n);
        return new AnalysedNeed(need.id(), need.name(), need.coreNeed(), need.audience(),
                WeightedMean.shown(sums.priority(n)), WeightedMean.shown(sums.coverage(n)), quadrants.of(n),
                sums.adequateChannels(n), IntStream.range(0, grid.groups()).mapToObj(g -> group(n, g)).toList(),
                neglected(n), sums.overServed(n), warnings(n));
    }

    private NeedCoverage group(int n, int g) {
        CustomerGroup group = grid.group(g);
        Need.Importance told = sheet.importance(grid.need(n).id(), group.id());
        Measurement measured = measurements.ofGroup(grid.need(n).id(), group.id());
        Integer expectation = told == null ? null : told.expectation();
        return new NeedCoverage(group.id(), group.name(), grid.importance(n, g), WeightedMean.shown(sums.coverage(n, g)),
                opportunity(n, g, measured), expectation, GapAnalyst.shown(measured),
                expectation == null || measured == null ? null
                        : WeightedMean.rounded(measured.fit().subtract(BigDecimal.valueOf(expectation))));
    }

    private @Nullable NeedOpportunity opportunity(int n, int g, @Nullable Measurement measured) {
        Integer importance = grid.importance(n, g);
        BigDecimal coverage = sums.coverage(n, g);
        if (importance == null || importance == 0 || measured == null && coverage == null) {
            return null;
        }
        BigDecimal wanted = OF_A_FIT.multiply(BigDecimal.valueOf(importance - 1L));
        BigDecimal satisfaction = measured != null ? measured.fit().multiply(OF_A_FIT) : tenfold(coverage);
        return new NeedOpportunity(
                WeightedMean.rounded(wanted.add(wanted.subtract(satisfaction).max(BigDecimal.ZERO))),
                WeightedMean.rounded(wanted), WeightedMean.rounded(satisfaction),
                measured != null ? Basis.MEASURED : basis);
    }

    private static BigDecimal tenfold(@Nullable BigDecimal coverage) {
        return coverage == null ? BigDecimal.ZERO : coverage.multiply(TEN);
    }

    private List<NeglectedGroup> neglected(int n) {
        return IntStream.range(0, grid.groups()).filter(g -> sums.neglected(n, g)).mapToObj(grid::group)
                .map(group -> new NeglectedGroup(group.id(), group.name(), group.share())).toList();
    }

    private List<AnalysisWarning> warnings(int n) {
        List<AnalysisWarning> warnings = new ArrayList<>();
        IntStream.range(0, grid.groups()).filter(g -> !sums.reached(g)).mapToObj(grid::group)
                .forEach(group -> warnings.add(new AnalysisWarning("no-channel-for-group",
                        "No channel reaches the group \"" + group.name() + "\", so its coverage is 0.", group.id())));
        if (!grid.isLeaf(n) && IntStream.range(0, grid.channels()).anyMatch(c -> grid.fit(n, c) != null)) {
            warnings.add(new AnalysisWarning("fits-of-core-need-not-counted",
                    "Fits of this core need itself are in no sum: those of its sub-needs count.", null));
        }
        if (grid.isLeaf(n)
                && IntStream.range(0, grid.channels()).noneMatch(c -> grid.counts(c) && grid.fit(n, c) != null)) {
            warnings.add(basis == Basis.ASSESSED
                    ? new AnalysisWarning("no-fit-assessed", "No channel that counts was assessed for this need.", null)
                    : new AnalysisWarning("no-fit-measured", "No channel that counts was measured for this need.", null));
        }
        if (IntStream.range(0, grid.groups()).allMatch(g -> grid.importance(n, g) == null)) {
            warnings.add(new AnalysisWarning("importance-unknown", "Its importance to the groups is unknown.", null));
        }
        return warnings;
    }
}
