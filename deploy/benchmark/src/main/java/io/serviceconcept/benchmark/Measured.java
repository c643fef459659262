package io.serviceconcept.benchmark;

import java.util.List;
import java.util.OptionalDouble;

import org.HdrHistogram.Histogram;

/** All rounds of one contender, with what they used up together. */
record Measured(String name, List<Sample> samples, Costs costs, OptionalDouble roundTrips) {

    double medianPerSecond() {
        return Ratios.median(samples.stream().mapToDouble(Sample::perSecond).toArray());
    }

    long events() {
        return samples.stream().mapToLong(Sample::events).sum();
    }

    /** In milliseconds; empty when operations were not timed. */
    OptionalDouble percentile(double percent) {
        Histogram all = Sample.histogram();
        samples.forEach(sample -> all.add(sample.latencies()));
        return all.getTotalCount() == 0 ? OptionalDouble.empty()
                : OptionalDouble.of(all.getValueAtPercentile(percent) / 1e6);
    }
}
