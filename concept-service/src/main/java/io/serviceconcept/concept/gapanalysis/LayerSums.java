package io.serviceconcept.concept.gapanalysis;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
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
        IntPredicate inLayer = c -> grid.counts(c) && layer.id().equals(grid.channel(c).layer());
        return new AnalysedLayer(layer.id(), layer.name(), layer.position(),
                (int) IntStream.range(0, grid.channels()).filter(inLayer).count(),
                WeightedMean.shown(coverage(layer, inLayer)));
    }

    private @Nullable BigDecimal coverage(Layer layer, IntPredicate inLayer) {
        WeightedMean mean = new WeightedMean();
        List<Integer> groups = IntStream.range(0, grid.groups()).filter(g -> serves(layer, grid.group(g))).boxed().toList();
        for (int n : grid.leaves()) {
            for (int g : groups) {
                mean.add(sums.pairWeight(n, g), grid.coverage(n, g, inLayer));
            }
        }
        return mean.value();
    }

    private static boolean serves(Layer layer, CustomerGroup group) {
        return layer.id().equals(group.homeLayer()) || group.otherLayers().contains(layer.id());
    }
}
