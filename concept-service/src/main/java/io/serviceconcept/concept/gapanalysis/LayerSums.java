package io.serviceconcept.concept.gapanalysis;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

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
        BitSet inLayer = new BitSet();
        grid.counted().stream().filter(c -> layer.id().equals(grid.channel(c).layer())).forEach(inLayer::set);
        return new AnalysedLayer(layer.id(), layer.name(), layer.position(), inLayer.cardinality(),
                WeightedMean.shown(coverage(layer, inLayer)));
    }

    private @Nullable BigDecimal coverage(Layer layer, BitSet inLayer) {
        WeightedMean mean = new WeightedMean();
        for (int g = 0; g < grid.groups(); g++) {
            if (serves(layer, grid.group(g))) {
                BitSet reaching = (BitSet) inLayer.clone();
                reaching.and(grid.reaching(g));
                for (int n : grid.leaves()) {
                    mean.add(sums.pairWeight(n, g), grid.coverage(n, reaching));
                }
            }
        }
        return mean.value();
    }

    private static boolean serves(Layer layer, CustomerGroup group) {
        return layer.id().equals(group.homeLayer()) || group.otherLayers().contains(layer.id());
    }
}
