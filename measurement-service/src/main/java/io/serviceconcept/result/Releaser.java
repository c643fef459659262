package io.serviceconcept.result;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;
import io.serviceconcept.concepts.EditionCopy;
import io.serviceconcept.eventsourcing.LeasedWork;
import io.serviceconcept.eventsourcing.time.Calendar;
import io.serviceconcept.eventsourcing.time.Calendars;
import io.serviceconcept.indicator.ChangeOf;
import io.serviceconcept.indicator.IndicatorEvent;
import io.serviceconcept.indicator.Indicators;
import io.serviceconcept.plan.OverdueRows;

/**
 * Turns changed days into released results and verdicts, which the {@link Outbox} sends. What changes within a tenth of a
 * second is released together.
 */
@ApplicationScoped
class Releaser implements LeasedWork {

    private static final Duration COALESCED = Duration.ofMillis(100);

    /** How long results are computed before it is seen to the lease. */
    private static final Duration TURN = Duration.ofMillis(500);
    /** Everything that this process appends or counts says that there may be something to do. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(15);

    private static final int MOST_MONTHS = 12;
    /** Nothing is observed before it. */
    private static final LocalDate BEGINNING = LocalDate.of(1900, 1, 1);

    private final AgroalDataSource dataSource;
    private final Indicators indicators;
    private final EditionCopy editions;
    private final Calendars calendars;
    private final ReleaseSteps steps;
    private final InstrumentBreaks breaks;
    private final OverdueRows overdue;
    private final ReleaseTurn turn;
    private Instant last = Instant.EPOCH;
    /** Fewer after a transaction that took too long: the same again would take as long. */
    private int mostMonths = MOST_MONTHS;
    private boolean areRevisionsRaised;

    Releaser(AgroalDataSource dataSource, Indicators indicators, EditionCopy editions, Calendars calendars,
            ReleaseSteps steps, InstrumentBreaks breaks, OverdueRows overdue, ReleaseTurn turn) {
        this.dataSource = dataSource;
        this.indicators = indicators;
        this.editions = editions;
        this.calendars = calendars;
        this.steps = steps;
        this.breaks = breaks;
        this.overdue = overdue;
        this.turn = turn;
    }

    @Override
    public String name() {
        return "release-results";
    }

    @Override
    public Duration leastRest() {
        return BETWEEN_LOOKS;
    }

    @Override
    public boolean work() throws SQLException {
        Instant now = calendars.now();
        if (Duration.between(last, now).abs().compareTo(COALESCED) < 0) {
            return false;
        }
        boolean more = !areRevisionsRaised && raiseRevisions();
        Due due = due(now);
        if (due.any()) {
            last = now;
            release(due);
        }
        return more || due.any();
    }

    /** A generation begins only while no instance runs, so once is enough. */
    private boolean raiseRevisions() throws SQLException {
        boolean more = inTurn((connection, now) -> RevisionRows.raise(connection));
        areRevisionsRaised = !more;
        return more;
    }

    /**
     * Releases what had changed when it began, as far as it gets within {@link #TURN}: an indicator that is answered all the
     * time has one turn. Each transaction is about some months of one indicator, because an open transaction holds all readers
     * of the database back.
     *
     * @return whether more is left of that
     */
    boolean release() throws SQLException {
        return release(due(calendars.now()));
    }

    private boolean release(Due due) throws SQLException {
        if (due.days()) {
            inTurn(this::beginDays);
        }
        if (due.verdicts()) {
            inTurn(this::addNewlyJudged);
        }
        long newest = due.days() || due.verdicts() ? newest() : due.newest();
        long end = System.nanoTime() + TURN.toNanos();
        boolean more = newest > 0;
        while (more && System.nanoTime() < end) {
            more = releaseSome(newest);
        }
        return more;
    }

    private long newest() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return ChangedDayRows.newest(connection);
        }
    }

    @FunctionalInterface
    private interface Step {
        /** @return whether there may be more */
        boolean with(Connection connection, Instant now) throws SQLException;
    }

    /** The clock is read when it is its turn: waiting for it may last over midnight. */
    private boolean inTurn(Step step) throws SQLException {
        return turn.take(connection -> step.with(connection, calendars.now()));
    }

    private boolean releaseSome(long newest) throws SQLException {
        int most = mostMonths;
        // until it has succeeded
        mostMonths = Math.max(1, most / 4);
        boolean more = inTurn((connection, now) -> releaseSome(connection, most, newest, now));
        mostMonths = Math.min(MOST_MONTHS, most * 2);
        return more;
    }

    /**
     * What there is to do.
     *
     * @param days whether a day has begun
     * @param verdicts whether something is to be judged that did not change: an edition took force, or a figure is overdue
     * @param newest the number of the change that came last; 0 when nothing changed
     */
    private record Due(boolean days, boolean verdicts, long newest) {

        boolean any() {
            return days || verdicts || newest > 0;
        }
    }

    private Due due(Instant now) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return new Due(!ReleaseDayRows.begun(connection, calendars.all(), now).isEmpty(),
                    editions.newInForce(connection, now) || overdue.anyNew(connection), ChangedDayRows.newest(connection));
        }
    }

    /**
     * A new day makes open periods closed, months comparable and counts incomplete, without a new answer. An earlier day is
     * new, too: the clock was ahead and has been put right.
     */
    private boolean beginDays(Connection connection, Instant now) throws SQLException {
        Set<Calendar> begun = ReleaseDayRows.begun(connection, calendars.all(), now);
        if (!begun.isEmpty()) {
            ChangedDayRows.add(connection, ReleasedResultRows.openPeriods(connection).stream()
                    .filter(open -> begun.contains(calendars.of(open.indicator().organisation()))).toList());
            ReleaseDayRows.reached(connection, begun, now);
        }
        return false;
    }

    private boolean releaseSome(Connection connection, int most, long newest, Instant now) throws SQLException {
        Optional<ChangedDayRows.Taken> taken = ChangedDayRows.take(connection, most, newest);
        if (taken.isEmpty()) {
            return false;
        }
        IndicatorKey key = taken.get().indicator();
        LocalDate today = calendars.of(key.organisation()).dayOf(now);
        Optional<IndicatorEvent.Defined> indicator = indicators.find(key.organisation(), key.id());
        if (indicator.isPresent()) {
            SortedSet<LocalDate> changed = new Release(connection, key, indicator.get(),
                    steps.of(key.organisation(), indicator.get()),
                    overdue.of(connection, key.organisation(), key.id()), InForceRows.read(connection, editions, key),
                    breaks.of(key.organisation(), indicator.get()), today, now).release(taken.get().days(),
                            editions.targets(connection, key.organisation(), key.id(), today));
            ChangedDayRows.add(connection,
                    changesOf(indicators.changesOf(connection, key.organisation(), key.id()), key, changed, today));
        }
        return true;
    }

    /** The days on which rates of change are others, because what they are the change of is. */
    private static Set<ChangedDay> changesOf(List<IndicatorEvent.Defined> rates, IndicatorKey source,
            Set<LocalDate> days, LocalDate today) {
        Set<ChangedDay> changed = new LinkedHashSet<>();
        for (IndicatorEvent.Defined rate : rates) {
            IndicatorKey key = new IndicatorKey(source.organisation(), rate.indicator());
            ChangeOf change = rate.change();
            for (LocalDate day : days) {
                LocalDate month = day.withDayOfMonth(1);
                if (change != null && day.getYear() == change.baselineYear()) {
                    IntStream.rangeClosed(change.baselineYear() + 1, today.getYear())
                            .forEach(year -> changed.add(new ChangedDay(key, month.withYear(year))));
                } else if (change != null && day.getYear() > change.baselineYear()) {
                    changed.add(new ChangedDay(key, month));
                }
            }
        }
        return changed;
    }

    /** An edition that takes force judges everything that is known; a figure that is overdue is judged to be so. */
    private boolean addNewlyJudged(Connection connection, Instant now) throws SQLException {
        List<ChangedDay> changed = new ArrayList<>();
        for (EditionCopy.Aim aim : editions.takeNewInForce(connection, now)) {
            Optional<IndicatorEvent.Defined> indicator = indicators.find(aim.organisation(), aim.indicator());
            if (indicator.isPresent()) {
                IndicatorKey key = new IndicatorKey(aim.organisation(), aim.indicator());
                LocalDate today = calendars.of(aim.organisation()).dayOf(now);
                new FigureQueries(connection, aim.organisation(), indicator.get(),
                        breaks.of(aim.organisation(), indicator.get())).daysWithData(BEGINNING, today)
                        .forEach(day -> changed.add(new ChangedDay(key, day)));
            }
        }
        for (OverdueRows.Late late : overdue.takeNew(connection)) {
            changed.add(new ChangedDay(new IndicatorKey(late.organisation(), late.indicator()), late.from()));
        }
        ChangedDayRows.add(connection, changed);
        return false;
    }
}
