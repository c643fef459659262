package io.serviceconcept.result;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

import io.serviceconcept.figure.Figure;
import io.serviceconcept.figure.Period;
import io.serviceconcept.figure.PeriodKind;
import io.serviceconcept.figure.Slice;
import io.serviceconcept.indicator.IndicatorEvent;
import io.serviceconcept.objective.ObjectiveTarget;
import io.serviceconcept.objective.Verdict;

/** Recomputes what changed of one indicator and releases what differs from before. */
final class Release {

    /** The periods that are released. Days and weeks are computed when somebody asks. */
    static final List<PeriodKind> KINDS = List.of(PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.YEAR);

    private final Connection connection;
    private final IndicatorKey key;
    private final FigureQueries figures;
    private final LocalDate today;
    private final Instant now;
    private final Map<Period, SortedMap<Slice, Figure>> computed = new HashMap<>();

    Release(Connection connection, IndicatorKey key, IndicatorEvent.Defined indicator, LocalDate today, Instant now) {
        this.connection = connection;
        this.key = key;
        this.figures = new FigureQueries(connection, key.organisation(), indicator);
        this.today = today;
        this.now = now;
    }

    void release(SortedSet<LocalDate> days, List<ObjectiveTarget> targets) throws SQLException {
        for (Period period : FigureQueries.periods(KINDS, days)) {
            SortedMap<Slice, Shown> shown = new TreeMap<>();
            figures(period).forEach((slice, figure) -> shown.put(slice,
                    Shown.of(figure, figures.indicator().version(), period.openOn(today))));
            ReleasedResultRows.release(connection, key, period, shown, now);
        }
        TargetJudging judging = new TargetJudging(figures, today);
        for (ObjectiveTarget objective : targets) {
            for (Period period : judging.periods(objective, days)) {
                judge(judging, objective, period);
            }
        }
    }

    private void judge(TargetJudging judging, ObjectiveTarget objective, Period period) throws SQLException {
        Judged before = ReleasedVerdictRows.read(connection, key, objective, period);
        // an edition that was succeeded, or whose concept is over, keeps the periods it has judged, and judges no others
        if (before == null && !objective.inForce()) {
            return;
        }
        Judged judged = judging.judge(objective, period, figures(period));
        boolean sayable = judged != null && (before != null || judged.verdict() != Verdict.NO_DATA);
        if (judged != null && sayable && !judged.equals(before)) {
            ReleasedVerdictRows.release(connection, key, objective, period, judged, now);
        }
    }

    private SortedMap<Slice, Figure> figures(Period period) throws SQLException {
        SortedMap<Slice, Figure> known = computed.get(period);
        if (known == null) {
            known = figures.of(period, today);
            computed.put(period, known);
        }
        return known;
    }
}
