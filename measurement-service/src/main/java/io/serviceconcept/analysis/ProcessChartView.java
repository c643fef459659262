package io.serviceconcept.analysis;

import java.math.BigDecimal;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.analysis.AnalysedPeriod.AnalysedSlice;
import io.serviceconcept.figure.Decimals;
import io.serviceconcept.figure.PeriodKind;

/**
 * A process chart as the API shows it.
 *
 * @param parts the limits of each part within which all is comparable; none while there are fewer figures than a baseline
 */
@Schema(name = "ProcessChart")
record ProcessChartView(PeriodKind period, AnalysedSlice slice, int baseline, List<ChartPart> parts,
        List<ChartPoint> points) {

    /**
     * @param through the last period of the baseline, which then stays as it is
     * @param meanRange the mean distance between figures that follow on each other
     * @param rangeLimit above it a distance is out of the ordinary
     */
    @Schema(name = "ProcessChartPart")
    record ChartPart(AnalysedPeriod from, AnalysedPeriod through, BigDecimal mean, BigDecimal lowerLimit,
            BigDecimal upperLimit, BigDecimal meanRange, BigDecimal rangeLimit) {
    }

    /**
     * @param figure absent where none may be seen, and where {@code mixed}
     * @param instrumentBreak whether it is not comparable with what comes before
     * @param mixed whether an instrument break lies within it, after its first day: comparable with nothing, it is a gap
     */
    @Schema(name = "ProcessChartPoint")
    record ChartPoint(AnalysedPeriod period, @Nullable BigDecimal figure, @Nullable BigDecimal range,
            boolean instrumentBreak, boolean mixed, List<ProcessSignal> signals) {
    }

    static ProcessChartView of(SeriesQuestion question, ProcessRules rules, ProcessChart chart) {
        return new ProcessChartView(question.kind(), AnalysedSlice.of(question.slice()), rules.baseline(),
                chart.parts().stream()
                        .map(part -> new ChartPart(AnalysedPeriod.of(part.from()), AnalysedPeriod.of(part.through()),
                                Decimals.shown(part.mean()), Decimals.shown(part.lower()), Decimals.shown(part.upper()),
                                Decimals.shown(part.meanRange()), Decimals.shown(part.ranges())))
                        .toList(),
                chart.points().stream()
                        .map(point -> new ChartPoint(AnalysedPeriod.of(point.period()), point.figure(), point.range(),
                                point.breaks(), point.mixes(), List.copyOf(point.signals())))
                        .toList());
    }
}
