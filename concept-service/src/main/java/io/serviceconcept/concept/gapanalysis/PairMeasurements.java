package io.serviceconcept.concept.gapanalysis;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.serviceconcept.concept.gapanalysis.Measurements.Gathered;
import io.serviceconcept.concept.gapanalysis.Measurements.Measurement;
import io.serviceconcept.evaluation.measurements.Anchors;
import io.serviceconcept.evaluation.measurements.KnownIndicator;
import io.serviceconcept.evaluation.measurements.MeasuredPairChanges;
import io.serviceconcept.evaluation.measurements.MeasuredResult;
import io.serviceconcept.evaluation.measurements.MeasuredThenQueries;

/** What customers say of needs per channel and per group, from the releases of the concept's satisfaction indicator. */
@ApplicationScoped
class PairMeasurements {

    /** Pairs of all indicators together, on each instance. */
    private static final long MOST_PAIRS = 50_000;

    private final MeasuredThenQueries then;
    private final Cache<Asked, Known> known = Caffeine.newBuilder().maximumWeight(MOST_PAIRS)
            .weigher((Asked asked, Known figures) -> figures.weight()).build();

    PairMeasurements(MeasuredThenQueries then) {
        this.then = then;
    }

    private record Asked(String organisation, String indicator) {
    }

    /**
     * @param changes of the figures, before they were read
     */
    private record Known(long changes, Anchors anchors, Measurements measurements) {

        int weight() {
            return 50 + measurements.pairs();
        }
    }

    /**
     * Nothing when the concept has no satisfaction indicator with anchors. While no figure changed it costs two looks at
     * single rows.
     *
     * @param past the moment at which it was known; null for now
     */
    Measurements of(String organisation, String concept, @Nullable Instant past) {
        Optional<KnownIndicator> satisfaction = past == null ? KnownIndicator.satisfactionOf(organisation, concept)
                : then.satisfactionOf(organisation, concept, past);
        Optional<Anchors> anchors = satisfaction.flatMap(Anchors::of);
        if (satisfaction.isEmpty() || anchors.isEmpty()) {
            return Measurements.NONE;
        }
        String indicator = satisfaction.get().indicator;
        return past == null ? now(organisation, indicator, anchors.get())
                : measurements(anchors.get(), then.latestFigures(organisation, indicator, "NEED_CHANNEL", past),
                        then.latestFigures(organisation, indicator, "NEED_GROUP", past));
    }

    private Measurements now(String organisation, String indicator, Anchors anchors) {
        Asked asked = new Asked(organisation, indicator);
        // a figure that comes after this is read again: never is one missed
        long changes = MeasuredPairChanges.of(organisation, indicator);
        Optional<Known> before = Optional.ofNullable(known.getIfPresent(asked))
                .filter(found -> found.changes() == changes && found.anchors().equals(anchors));
        if (before.isPresent()) {
            return before.get().measurements();
        }
        Measurements measurements = measurements(anchors,
                MeasuredResult.latestFigures(organisation, indicator, "NEED_CHANNEL"),
                MeasuredResult.latestFigures(organisation, indicator, "NEED_GROUP"));
        known.put(asked, new Known(changes, anchors, measurements));
        return measurements;
    }

    /**
     * @param ofChannels results of which the key is a need and a channel with a bar between
     * @param ofGroups results of which the key is a need and a group with a bar between
     */
    static Measurements measurements(Anchors anchors, List<MeasuredResult> ofChannels, List<MeasuredResult> ofGroups) {
        Gathered gathered = new Gathered();
        for (MeasuredResult result : ofChannels) {
            String[] pair = result.sliceKey.split("\\|", 2);
            BigDecimal figure = result.figure;
            if (pair.length == 2 && figure != null) {
                gathered.ofChannel(pair[0], pair[1], onTheScaleOfFits(anchors, figure, result));
            }
        }
        for (MeasuredResult result : ofGroups) {
            String[] pair = result.sliceKey.split("\\|", 2);
            BigDecimal figure = result.figure;
            if (pair.length == 2 && figure != null) {
                gathered.ofGroup(pair[0], pair[1], onTheScaleOfFits(anchors, figure, result));
            }
        }
        return gathered.measurements();
    }

    private static Measurement onTheScaleOfFits(Anchors anchors, BigDecimal figure, MeasuredResult result) {
        BigDecimal low = result.low;
        BigDecimal high = result.high;
        return new Measurement(anchors.fit(figure), low == null ? null : anchors.fit(low),
                high == null ? null : anchors.fit(high), result.n, result.periodLabel, result.periodFrom);
    }
}
