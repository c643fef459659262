package io.serviceconcept.concept.gapanalysis;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.CustomerGroup;
import io.serviceconcept.concept.Layer;
import io.serviceconcept.concept.gapanalysis.GapAnalysis.AnalysedLayer;

/** What the channels of each layer do alone for the groups that the layer serves. */
record LayerSums(Sheet sheet, Grid grid, Sums sums) {

    List<AnalysedLayer> analysed() {
        return sheet.layers().stream().sorted(Comparator.comparingInt(Layer::position).thenComparing(Layer::name))
                .map(this::analysed).toList();
    }

    private AnalysedLayer analysed(Layer layer) {
        List<Integer> channels = IntStream.range(0, grid.channels())
                .filter(c -> grid.counts(c) && layer.id().equals(grid.channel(c).layer())).boxed().toList();
        return new AnalysedLayer(layer.id(), layer.name(), layer.position(), channels.size(),
                WeightedMean.shown(coverage(layer, channels)));
    }

    private @Nullable BigDecimal coverage(Layer layer, List<Integer> channels) {
        WeightedMean mean = new WeightedMean();
        List<Integer> groups = IntStream.range(0, grid.groups()).filter(g -> serves(layer, grid.group(g))).boxed().toList();
        for (int n : grid.leaves()) {
            for (int g : groups) {
                mean.add(sums.pairWeight(n, g), coverage(n, g, channels));
            }
        }
        return mean.value();
    }

    private @Nullable BigDecimal coverage(int n, int g, List<Integer> channels) {
        BigDecimal best = null;
        boolean reached = false;
        for (int c : channels) {
            if (grid.reaches(c, g)) {
                reached = true;
                BigDecimal fit = grid.fit(n, c);
                best = best == null || fit != null && fit.compareTo(best) > 0 ? fit : best;
            }
        }
        if (!reached) {
            return BigDecimal.ZERO;
        }
        return best == null ? null : best.divide(Grid.FULL_FIT);
    }

    private static boolean serves(Layer layer, CustomerGroup group) {
        return layer.id().equals(group.homeLayer()) || group.otherLayers().contains(layer.id());
    }
}
