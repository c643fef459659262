package io.serviceconcept.evaluation.measurements;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.evaluation.measurements.MeasurementEvent.AnchorsData;
import io.serviceconcept.evaluation.measurements.MeasurementEvent.BaselineData;
import io.serviceconcept.evaluation.measurements.MeasurementEvent.ChangeData;
import io.serviceconcept.evaluation.measurements.MeasurementEvent.IndicatorDefined;
import io.serviceconcept.evaluation.measurements.MeasurementEvent.IntervalData;
import io.serviceconcept.evaluation.measurements.MeasurementEvent.MeasurementOverdue;
import io.serviceconcept.evaluation.measurements.MeasurementEvent.PeriodData;
import io.serviceconcept.evaluation.measurements.MeasurementEvent.ResultReleased;
import io.serviceconcept.evaluation.measurements.MeasurementEvent.ScaleData;
import io.serviceconcept.evaluation.measurements.MeasurementEvent.TargetJudged;
import io.serviceconcept.eventsourcing.Upserts;

/**
 * Writes the local copy. Results and verdicts are states: they may come again or late, and the highest revision stays.
 * What the gap analysis reads is also kept as it was before, with the moment in which it was heard.
 */
record MeasurementProjection(Upserts rows, String organisation) {

    private static final String INDICATOR = """
            INSERT INTO known_indicator (organisation, indicator, version, name, unit, satisfaction_of,
                anchor_lowest, anchor_norm, anchor_highest, kind, better, audience, minimum_n, scale_min, scale_max,
                cut_off, change_of, change_since)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (organisation, indicator) DO UPDATE
            SET version = excluded.version, name = excluded.name, unit = excluded.unit,
                satisfaction_of = excluded.satisfaction_of, anchor_lowest = excluded.anchor_lowest,
                anchor_norm = excluded.anchor_norm, anchor_highest = excluded.anchor_highest, kind = excluded.kind,
                better = excluded.better, audience = excluded.audience, minimum_n = excluded.minimum_n,
                scale_min = excluded.scale_min, scale_max = excluded.scale_max, cut_off = excluded.cut_off,
                change_of = excluded.change_of, change_since = excluded.change_since
            WHERE known_indicator.version < excluded.version
                OR known_indicator.version = excluded.version AND known_indicator.kind IS NULL""";
    private static final String RESULT = """
            INSERT INTO measured_result (organisation, indicator, period_kind, period_label, period_from, period_to,
                dimension, slice_key, state, n, figure, low, high, revision)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (organisation, indicator, dimension, slice_key, period_kind, period_label) DO UPDATE
            SET period_from = excluded.period_from, period_to = excluded.period_to, state = excluded.state,
                n = excluded.n, figure = excluded.figure, low = excluded.low, high = excluded.high,
                revision = excluded.revision
            WHERE measured_result.revision < excluded.revision""";
    private static final String INDICATOR_VERSION = """
            INSERT INTO known_indicator_version (organisation, indicator, version, satisfaction_of, anchor_lowest,
                anchor_norm, anchor_highest)
            VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""";
    private static final String PAIR_VERSION = """
            INSERT INTO measured_pair_version (organisation, indicator, dimension, slice_key, period_label, period_from, n,
                figure, low, high, revision)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""";
    private static final String PAIR_CHANGES = """
            INSERT INTO measured_pair_changes (organisation, indicator, changes) VALUES (?, ?, 1)
            ON CONFLICT (organisation, indicator) DO UPDATE SET changes = measured_pair_changes.changes + 1""";
    private static final Set<String> PAIRS = Set.of("NEED_CHANNEL", "NEED_GROUP");
    private static final String VERDICT = """
            INSERT INTO target_verdict (organisation, concept, edition, objective, period_kind, period_label, period_from,
                period_to, n, figure, low, high, change, baseline_label, baseline_figure, through, verdict, provisional,
                revision, judged_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (organisation, concept, edition, objective, period_kind, period_label) DO UPDATE
            SET period_from = excluded.period_from, period_to = excluded.period_to, n = excluded.n,
                figure = excluded.figure, low = excluded.low, high = excluded.high, change = excluded.change,
                baseline_label = excluded.baseline_label, baseline_figure = excluded.baseline_figure,
                through = excluded.through, verdict = excluded.verdict, provisional = excluded.provisional,
                revision = excluded.revision, judged_at = excluded.judged_at
            WHERE target_verdict.revision < excluded.revision""";

    private static final String OVERDUE = """
            INSERT INTO overdue_measurement (organisation, concept, edition, objective, period_kind, period_label, period_to, due)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (organisation, concept, edition, objective, period_kind, period_label) DO UPDATE
            SET due = excluded.due""";

    void write(IndicatorDefined defined) {
        AnchorsData anchors = defined.anchors();
        ScaleData scale = defined.scale();
        ChangeData change = defined.change();
        List<String> indicator = List.of(organisation, defined.indicator());
        rows.put(INDICATOR, indicator, defined.version(), organisation, defined.indicator(), defined.version(), defined.name(),
                defined.unit(),
                defined.satisfactionOf(), anchors == null ? null : anchors.lowest(),
                anchors == null ? null : anchors.norm(), anchors == null ? null : anchors.highest(), defined.kind(),
                defined.better(), defined.audience(), defined.minimumN(), scale == null ? null : scale.min(),
                scale == null ? null : scale.max(), defined.cutOff(), change == null ? null : change.indicator(),
                change == null ? null : change.baselineYear());
        rows.put(INDICATOR_VERSION, List.of(indicator, defined.version()), 0, organisation, defined.indicator(),
                defined.version(), defined.satisfactionOf(),
                anchors == null ? null : anchors.lowest(), anchors == null ? null : anchors.norm(),
                anchors == null ? null : anchors.highest());
    }

    void write(ResultReleased result) {
        PeriodData period = result.period();
        String key = result.slice().key();
        List<String> cell = List.of(organisation, result.indicator(), result.slice().dimension(), key == null ? "" : key,
                period.kind(), period.label());
        rows.put(RESULT, cell, result.revision(), organisation, result.indicator(), period.kind(), period.label(),
                period.from(), period.to(),
                result.slice().dimension(), key == null ? "" : key, result.state(), result.n(), result.figure(),
                low(result.interval()), high(result.interval()), result.revision());
        if (key != null && PAIRS.contains(result.slice().dimension()) && period.kind().equals("MONTH")) {
            rows.put(PAIR_VERSION, List.of(cell, result.revision()), 0, organisation, result.indicator(),
                    result.slice().dimension(), key, period.label(),
                    period.from(), result.n(), result.figure(), low(result.interval()), high(result.interval()),
                    result.revision());
            rows.put(PAIR_CHANGES, List.of(organisation, result.indicator()), 0, organisation, result.indicator());
        }
    }

    void write(TargetJudged judged) {
        PeriodData period = judged.period();
        BaselineData baseline = judged.baseline();
        rows.put(VERDICT, List.of(organisation, judged.concept(), judged.edition(), judged.objective(), period.kind(),
                period.label()), judged.revision(), organisation, judged.concept(), judged.edition(), judged.objective(),
                period.kind(),
                period.label(), period.from(), period.to(), judged.n(), judged.figure(), low(judged.interval()),
                high(judged.interval()), judged.change(), baseline == null ? null : baseline.label(),
                baseline == null ? null : baseline.figure(), judged.through(), judged.verdict(), judged.provisional(),
                judged.revision(), OffsetDateTime.ofInstant(judged.judgedAt(), ZoneOffset.UTC));
    }

    void write(MeasurementOverdue overdue) {
        PeriodData period = overdue.period();
        rows.put(OVERDUE, List.of(organisation, overdue.concept(), overdue.edition(), overdue.objective(), period.kind(),
                period.label()), 0, organisation, overdue.concept(), overdue.edition(), overdue.objective(), period.kind(),
                period.label(), period.to(), overdue.due());
    }

    private static @Nullable BigDecimal low(@Nullable IntervalData interval) {
        return interval == null ? null : interval.low();
    }

    private static @Nullable BigDecimal high(@Nullable IntervalData interval) {
        return interval == null ? null : interval.high();
    }
}
