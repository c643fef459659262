package io.serviceconcept.concept.gapanalysis;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.AssessedFit;
import io.serviceconcept.concept.Channel;
import io.serviceconcept.concept.gapanalysis.GapAnalysis.AnalysedChannel;
import io.serviceconcept.concept.gapanalysis.GapAnalysis.AnalysedGroup;
import io.serviceconcept.concept.gapanalysis.GapAnalysis.AnalysedNeed;
import io.serviceconcept.concept.gapanalysis.GapAnalysis.ChannelMix;
import io.serviceconcept.concept.gapanalysis.GapAnalysis.MatrixCell;
import io.serviceconcept.concept.gapanalysis.GapAnalysis.PairMeasurement;
import io.serviceconcept.concept.gapanalysis.GapAnalysis.QuadrantCut;
import io.serviceconcept.concept.gapanalysis.Measurements.Measurement;

/** Analyses a sheet: the sums of its needs, groups, channels and layers, and the cells they come from. */
final class GapAnalyst {

    private static final Comparator<AnalysedNeed> BY_PRIORITY = Comparator
            .comparing((AnalysedNeed need) -> need.priority() == null ? BigDecimal.ZERO : need.priority()).reversed()
            .thenComparing(AnalysedNeed::name).thenComparing(AnalysedNeed::id);

    private final Sheet sheet;
    private final Scope scope;
    private final Basis basis;
    private final Measurements measurements;
    private final Grid grid;
    private final Sums sums;

    GapAnalyst(Sheet sheet, Scope scope, Basis basis, Measurements measurements) {
        this.sheet = sheet;
        this.scope = scope;
        this.basis = basis;
        this.measurements = measurements;
        this.grid = new Grid(sheet, scope, basis, measurements);
        this.sums = new Sums(grid);
    }

    /**
     * @param asOf null for now
     */
    GapAnalysis analyse(String concept, long version, @Nullable Instant asOf) {
        Quadrants quadrants = new Quadrants(grid, sums);
        ChannelSums channels = new ChannelSums(grid, sums);
        NeedAnalyst needs = new NeedAnalyst(grid, sums, quadrants, sheet, basis, measurements);
        return new GapAnalysis(concept, scope.word(), basis.word(), version, asOf,
                WeightedMean.shown(sums.coverageOfAll()), channels.adequateChannels(),
                new QuadrantCut(WeightedMean.shown(quadrants.priorityCut()), WeightedMean.shown(quadrants.coverageCut())),
                mix(), IntStream.range(0, grid.needs()).mapToObj(needs::analysed).sorted(BY_PRIORITY).toList(),
                IntStream.range(0, grid.groups()).mapToObj(this::group).toList(),
                IntStream.range(0, grid.channels()).mapToObj(c -> channel(c, channels)).toList(),
                new LayerSums(sheet, grid, sums).analysed(), cells());
    }

    static @Nullable PairMeasurement shown(@Nullable Measurement measured) {
        return measured == null ? null
                : new PairMeasurement(WeightedMean.rounded(measured.fit()), WeightedMean.shown(measured.low()),
                        WeightedMean.shown(measured.high()), measured.n(), measured.month());
    }

    private AnalysedGroup group(int g) {
        return new AnalysedGroup(grid.group(g).id(), grid.group(g).name(), grid.group(g).share(),
                WeightedMean.shown(sums.coverageOfGroup(g)));
    }

    private AnalysedChannel channel(int c, ChannelSums of) {
        Channel channel = grid.channel(c);
        Long volume = channel.volumePerMonth();
        Long capacity = channel.capacityPerMonth();
        return new AnalysedChannel(channel.id(), channel.name(), channel.layer(), channel.status(), grid.counts(c),
                WeightedMean.shown(of.value(c)), WeightedMean.shown(of.valuePerEuro(c)), of.replaceability(c),
                of.pairsThatNeedIt(c), channel.costPerContact(), volume, capacity, costPerMonth(channel),
                volume == null || capacity == null ? null : volume > capacity);
    }

    private ChannelMix mix() {
        BigDecimal cost = BigDecimal.ZERO;
        List<String> unknown = new ArrayList<>();
        for (int c = 0; c < grid.channels(); c++) {
            if (grid.counts(c)) {
                BigDecimal known = costPerMonth(grid.channel(c));
                if (known == null) {
                    unknown.add(grid.channel(c).id());
                } else {
                    cost = cost.add(known);
                }
            }
        }
        BigDecimal budget = sheet.budgetPerMonth();
        return new ChannelMix(WeightedMean.rounded(cost), unknown, budget,
                budget == null ? null : within(budget, cost, unknown.isEmpty()));
    }

    /** What is known may be too much already; that the rest fits as well is only known when all of it is. */
    private static @Nullable Boolean within(BigDecimal budget, BigDecimal cost, boolean whole) {
        if (cost.compareTo(budget) > 0) {
            return false;
        }
        return whole ? true : null;
    }

    private static @Nullable BigDecimal costPerMonth(Channel channel) {
        BigDecimal cost = channel.costPerContact();
        Long volume = channel.volumePerMonth();
        return cost == null || volume == null ? null : WeightedMean.rounded(cost.multiply(BigDecimal.valueOf(volume)));
    }

    private List<MatrixCell> cells() {
        List<MatrixCell> cells = new ArrayList<>();
        for (int n = 0; n < grid.needs(); n++) {
            String need = grid.need(n).id();
            Map<String, AssessedFit> assessed = sheet.fits().getOrDefault(need, Map.of());
            Map<String, Measurement> said = measurements.channels().getOrDefault(need, Map.of());
            for (int c = 0; c < grid.channels(); c++) {
                String channel = grid.channel(c).id();
                AssessedFit fit = assessed.get(channel);
                Measurement measured = said.get(channel);
                if (fit != null || measured != null) {
                    cells.add(cell(need, channel, fit, grid.counts(c), measured));
                }
            }
        }
        return cells;
    }

    private static MatrixCell cell(String need, String channel, @Nullable AssessedFit fit, boolean counted,
            @Nullable Measurement measured) {
        return fit == null ? new MatrixCell(need, channel, null, null, 0, counted, shown(measured), false)
                : new MatrixCell(need, channel, fit.median(), fit.spread(), fit.assessors(), counted, shown(measured),
                        measured != null && measured.contradicts(fit.median()));
    }
}
