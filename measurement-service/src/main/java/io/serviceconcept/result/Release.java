package io.serviceconcept.result;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.Basis;
import io.serviceconcept.figure.Figure;
import io.serviceconcept.figure.Period;
import io.serviceconcept.figure.PeriodKind;
import io.serviceconcept.figure.Slice;
import io.serviceconcept.indicator.ChangeOf;
import io.serviceconcept.indicator.IndicatorEvent;
import io.serviceconcept.objective.Measure;
import io.serviceconcept.objective.ObjectiveTarget;
import io.serviceconcept.objective.Verdict;
import io.serviceconcept.plan.OverdueRows.Overdue;
import io.serviceconcept.privacy.Breakdown;
import io.serviceconcept.privacy.Days;
import io.serviceconcept.privacy.Nesting;
import io.serviceconcept.privacy.Place;
import io.serviceconcept.privacy.Spreads;
import io.serviceconcept.privacy.Withholding;

/** Recomputes what changed of one indicator and releases what differs from before, as far as it may be seen. */
final class Release {

    /** The periods that are released. Days and weeks are computed when somebody asks. */
    static final List<PeriodKind> KINDS = List.of(PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.YEAR);

    private final Connection connection;
    private final IndicatorKey key;
    private final FigureQueries figures;
    private final ReleaseCellRows cells;
    private final Spreads spreads;
    private final int step;
    private final Set<Overdue> overdue;
    private final InForceRows inForce;
    private final LocalDate today;
    private final Instant now;
    private final Map<Period, SortedMap<Slice, Figure>> readTogether = new HashMap<>();
    private final Map<Period, SortedMap<Slice, Figure>> computed = new HashMap<>();
    private final Map<Integer, YearOfCells> years = new HashMap<>();
    private @Nullable Nesting nesting;
    private @Nullable ReportedCells reported;
    private @Nullable Release compared;
    private @Nullable Set<Slice> fewOfThisMonth;

    /**
     * @param step how many changes of a place are shown together
     * @param overdue figures that were missing when they were due
     * @param inForce under which editions figures are told
     * @param breaks the days from which on answers are not comparable with those before
     */
    Release(Connection connection, IndicatorKey key, IndicatorEvent.Defined indicator, int step, Set<Overdue> overdue,
            InForceRows inForce, List<LocalDate> breaks, LocalDate today, Instant now) {
        this.connection = connection;
        this.key = key;
        this.figures = new FigureQueries(connection, key.organisation(), indicator, breaks);
        this.cells = new ReleaseCellRows(connection, key);
        this.spreads = new SpreadRows(connection, key);
        this.step = step;
        this.overdue = overdue;
        this.inForce = inForce;
        this.today = today;
        this.now = now;
    }

    /** @return the days themselves, and the first days of periods of which something else may be seen than before */
    SortedSet<LocalDate> release(SortedSet<LocalDate> days, List<ObjectiveTarget> targets) throws SQLException {
        if (figures.indicator().kind().fedByResponses()) {
            MonthCountRows.addUp(connection, key, days);
        }
        List<Period> periods = FigureQueries.periods(KINDS, days);
        readTogether.putAll(figures.of(periods, today));
        for (Period period : periods) {
            year(period).count(period, figures(period));
        }
        SortedSet<LocalDate> changed = new TreeSet<>(days);
        for (YearOfCells year : List.copyOf(years.values())) {
            year.decide();
            release(year.changed());
            year.changed().forEach(period -> changed.add(period.from()));
            year.write();
        }
        Set<Period> beside = reportedBeside(days);
        release(beside);
        beside.forEach(period -> changed.add(period.from()));
        BreakMarkRows.mark(connection, key, figures.breaks(), now);
        TargetJudging judging = new TargetJudging(figures, today);
        for (ObjectiveTarget objective : targets) {
            for (Period period : judging.periods(objective, changed)) {
                judge(judging, objective, period);
            }
        }
        return changed;
    }

    /** A figure that is reported may withhold others that were, or be what is missing to show them. */
    private Set<Period> reportedBeside(SortedSet<LocalDate> days) throws SQLException {
        Set<Period> beside = new HashSet<>();
        Set<Integer> looked = new HashSet<>();
        for (Period period : FigureQueries.periods(KINDS, days)) {
            if (!looked.contains(period.from().getYear()) && figures(period).values().stream().anyMatch(ReportedCells::isOne)) {
                looked.add(period.from().getYear());
                beside.addAll(reported().periods(Period.of(PeriodKind.YEAR, period.from())));
            }
        }
        return beside;
    }

    private ReportedCells reported() throws SQLException {
        ReportedCells known = reported;
        if (known == null) {
            known = new ReportedCells(figures, today, nesting());
            reported = known;
        }
        return known;
    }

    /**
     * Whether the sums that a rate of change is made of may be seen, both of the period and of the baseline. From a rate and
     * one of them the other follows.
     */
    private boolean mayBeCompared(Period period, Slice slice) throws SQLException {
        ChangeOf change = figures.indicator().change();
        if (change == null) {
            return true;
        }
        LocalDate through = period.closedMonthsThrough(today);
        if (through.isBefore(period.from())) {
            return true;
        }
        Release known = compared;
        if (known == null) {
            FigureQueries source = figures.compared(change).orElse(null);
            if (source == null) {
                return false;
            }
            known = new Release(connection, new IndicatorKey(key.organisation(), change.indicator()), source.indicator(), step,
                    Set.of(), inForce, figures.breaks(), today, now);
            compared = known;
        }
        Period then = period.inYear(change.baselineYear());
        return known.sumMayBeSeen(period, through, slice)
                && known.sumMayBeSeen(then, YearMonth.from(through).withYear(change.baselineYear()).atEndOfMonth(), slice);
    }

    private boolean sumMayBeSeen(Period period, LocalDate through, Slice slice) throws SQLException {
        return year(period).sumMayBeSeen(period, through, slice)
                && (through.isBefore(period.to()) || !reported().withheld(period, slice));
    }

    private YearOfCells year(Period period) throws SQLException {
        YearOfCells known = years.get(period.from().getYear());
        if (known == null) {
            known = new YearOfCells(cells, period.from(), step, nesting(), awaited(), spreads);
            years.put(period.from().getYear(), known);
        }
        return known;
    }

    private void release(Collection<Period> periods) throws SQLException {
        if (!periods.isEmpty()) {
            Map<Period, Map<Slice, Released>> before = ReleasedResultRows.read(connection, key, periods);
            Map<Period, SortedMap<Slice, Shown>> shown = new LinkedHashMap<>();
            for (Period period : periods) {
                shown.put(period, shown(period, before.getOrDefault(period, Map.of())));
            }
            ReleasedResultRows.release(connection, key, before, shown, now);
        }
    }

    /** What is shown of a period now, beside what was before. */
    private SortedMap<Slice, Shown> shown(Period period, Map<Slice, Released> before) throws SQLException {
        boolean open = period.openOn(today);
        int version = figures.indicator().version();
        SortedMap<Slice, Shown> shown = new TreeMap<>();
        // of what is not known any more all was taken back
        before.forEach((slice, last) -> shown.put(slice, Shown.hidden(version, last.shown().basis(), open)));
        for (Map.Entry<Slice, Figure> entry : figures(period).entrySet()) {
            Slice slice = entry.getKey();
            Figure figure = entry.getValue();
            YearOfCells year = year(period);
            if (figure.basis() == Basis.RESPONSES
                    && (!isDecided(period, slice, figure) || !mayBeCompared(period, slice))) {
                year.withhold(period, slice);
            }
            if (isReportedAndWithheld(period, slice, figure)) {
                shown.put(slice, Shown.hidden(version, figure.basis(), open));
            } else if (figure.basis() == Basis.RESPONSES && year.withheld(period, slice)) {
                shown.put(slice, Shown.hidden(version, figure.basis(), open));
            } else if (figure.basis() == Basis.RESPONSES && year.held(period, slice)) {
                Released last = before.get(slice);
                shown.put(slice, last == null ? Shown.hidden(version, figure.basis(), open) : last.shown().openOrNot(open));
            } else {
                shown.put(slice, Shown.of(figure, version, open));
            }
        }
        List<String> editions = inForce.of(period, today);
        shown.replaceAll((slice, figure) -> figure.in(editions));
        return shown;
    }

    private boolean isReportedAndWithheld(Period period, Slice slice, Figure figure) throws SQLException {
        return ReportedCells.isOne(figure) && (reported().withheld(period, slice) || !mayBeCompared(period, slice));
    }

    /** Whether it is known how much of a figure may be seen; otherwise its days are still to come. */
    private boolean isDecided(Period period, Slice slice, Figure figure) throws SQLException {
        return Long.valueOf(year(period).n(period, slice)).equals(figure.n());
    }

    private void judge(TargetJudging judging, ObjectiveTarget objective, Period period) throws SQLException {
        Judged before = ReleasedVerdictRows.read(connection, key, objective, period);
        // an edition that was succeeded, or whose concept is over, keeps the periods it has judged, and judges no others
        // but those of its time whose figure did not come
        if (before == null && !objective.inForce() && !isOverdue(objective, period)) {
            return;
        }
        Judged judged = judged(judging, objective, period, before);
        boolean isNothing = judged == null
                || judged.verdict() == Verdict.NO_DATA && judged.figure() == null && !judged.acrossInstrumentBreak();
        if (isNothing && isOverdue(objective, period)) {
            judged = Judged.overdue(period.openOn(today));
        }
        boolean isJudged = before != null || !isNothing && objective.inForce();
        if (judged != null && (isJudged || judged.verdict() == Verdict.OVERDUE)
                && !judged.equals(before)) {
            ReleasedVerdictRows.release(connection, key, objective, period, judged, now);
        }
    }

    private boolean isOverdue(ObjectiveTarget objective, Period period) {
        return overdue.stream().anyMatch(late -> late.concept().equals(objective.concept())
                && late.edition() == objective.edition() && late.target().equals(objective.objective())
                && Period.of(objective.window(), late.from()).equals(period));
    }

    private @Nullable Judged judged(TargetJudging judging, ObjectiveTarget objective, Period period,
            @Nullable Judged before) throws SQLException {
        boolean provisional = period.openOn(today);
        Slice slice = objective.slice();
        if (objective.measure() == Measure.CHANGE) {
            Judged judged = judging.judge(objective, period, figures(period));
            return judged == null ? null : changeThatMayBeSeen(objective, period, judged, before);
        }
        Figure figure = figures(period).get(slice);
        if (figure != null && figure.basis() == Basis.RESPONSES) {
            YearOfCells year = year(period);
            if (year.withheld(period, slice)) {
                return Judged.hidden(provisional, null);
            }
            if (year.held(period, slice) || !isDecided(period, slice, figure)) {
                return before == null ? Judged.hidden(provisional, null) : before.provisionalOrNot(provisional);
            }
        }
        if (figure != null && isReportedAndWithheld(period, slice, figure)) {
            return Judged.hidden(provisional, null);
        }
        return judging.judge(objective, period, figures(period));
    }

    /** A change speaks of months that are over: of sums that are in no list, and must not be subtracted from those that are. */
    private Judged changeThatMayBeSeen(ObjectiveTarget objective, Period period, Judged judged, @Nullable Judged before)
            throws SQLException {
        LocalDate through = judged.through();
        Integer baseline = objective.baselineYear();
        if (through == null || baseline == null) {
            return judged;
        }
        Period then = period.inYear(baseline);
        LocalDate throughThen = YearMonth.from(through).withYear(baseline).atEndOfMonth();
        YearOfCells year = year(period);
        YearOfCells yearThen = year(then);
        if (year.anyHeld(period, through, objective.slice()) || yearThen.anyHeld(then, throughThen, objective.slice())) {
            return before == null ? Judged.hidden(judged.provisional(), through)
                    : before.provisionalOrNot(judged.provisional());
        }
        return sumMayBeSeen(period, through, objective.slice())
                && sumMayBeSeen(then, throughThen, objective.slice()) ? judged
                        : Judged.hidden(judged.provisional(), through);
    }

    private Nesting nesting() throws SQLException {
        Nesting known = nesting;
        if (known == null) {
            known = NestingRows.read(connection, key.organisation());
            nesting = known;
        }
        return known;
    }

    private SortedMap<Slice, Figure> figures(Period period) throws SQLException {
        SortedMap<Slice, Figure> known = computed.get(period);
        if (known == null) {
            SortedMap<Slice, Figure> together = readTogether.remove(period);
            known = together == null ? figures.of(period, today) : together;
            if (period.kind() != PeriodKind.MONTH && period.openOn(today) && figures.indicator().kind().fedByResponses()) {
                known.putAll(beforeThisMonth(period));
            }
            computed.put(period, known);
        }
        return known;
    }

    /**
     * What is told of a longer period while few have answered this month: what was answered before it. Otherwise the first
     * answer of a month would withhold the month before.
     */
    private SortedMap<Slice, Figure> beforeThisMonth(Period period) throws SQLException {
        LocalDate from = thisMonth().from();
        SortedMap<Slice, Figure> before = new TreeMap<>();
        if (!fewOfThisMonth().isEmpty() && period.from().isBefore(from)) {
            figures.within(period.from(), from.minusDays(1), from.minusDays(1)).forEach((slice, figure) -> {
                Long n = figure.n();
                if (figure.basis() == Basis.RESPONSES && n != null && n > 0) {
                    before.put(slice, figure);
                }
            });
            before.keySet().retainAll(fewOfThisMonth());
        }
        return before;
    }

    /** The places of this month, and of the quarter that it begins, that longer periods do not hold yet. */
    private Set<Place> awaited() throws SQLException {
        Set<Place> awaited = new HashSet<>();
        if (figures.indicator().kind().fedByResponses()) {
            Period quarter = Period.of(PeriodKind.QUARTER, today);
            Set<Slice> toldBefore = beforeThisMonth(quarter).keySet();
            for (Slice slice : fewOfThisMonth()) {
                awaited.add(new Place(Days.of(thisMonth()), slice));
                if (!toldBefore.contains(slice)) {
                    awaited.add(new Place(Days.of(quarter), slice));
                }
            }
        }
        return awaited;
    }

    private Period thisMonth() {
        return Period.of(PeriodKind.MONTH, today);
    }

    /** What of this month is withheld, because few have answered so far. */
    private Set<Slice> fewOfThisMonth() throws SQLException {
        Set<Slice> known = fewOfThisMonth;
        if (known == null) {
            Map<Place, Long> answers = new HashMap<>();
            figures(thisMonth()).forEach((slice, figure) -> {
                Long n = figure.n();
                if (figure.basis() == Basis.RESPONSES && n != null) {
                    answers.put(new Place(Days.of(thisMonth()), slice), n);
                }
            });
            known = new Breakdown(null, List.of(Days.of(thisMonth())), nesting())
                    .withheld(Withholding.SMALL, answers, Set.of(), spreads).stream().map(Place::slice)
                    .collect(Collectors.toSet());
            fewOfThisMonth = known;
        }
        return known;
    }
}
