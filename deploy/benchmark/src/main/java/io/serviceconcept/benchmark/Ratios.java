package io.serviceconcept.benchmark;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** One number per round: what was measured side by side, divided. */
record Ratios(List<Double> perRound) {

    Ratios {
        perRound = List.copyOf(perRound);
        if (perRound.isEmpty()) {
            throw new IllegalArgumentException("there is at least one round");
        }
    }

    static Ratios of(Measured subject, Measured reference, ToDoubleFunction<Sample> figure) {
        return new Ratios(IntStream.range(0, subject.samples().size())
                .mapToObj(round -> figure.applyAsDouble(subject.samples().get(round))
                        / figure.applyAsDouble(reference.samples().get(round)))
                .toList());
    }

    double median() {
        return median(perRound.stream().mapToDouble(Double::doubleValue).toArray());
    }

    double min() {
        return perRound.stream().min(Comparator.naturalOrder()).orElseThrow();
    }

    double max() {
        return perRound.stream().max(Comparator.naturalOrder()).orElseThrow();
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
