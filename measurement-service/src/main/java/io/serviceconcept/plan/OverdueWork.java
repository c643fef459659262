package io.serviceconcept.plan;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.eventsourcing.CommandContext;
import io.serviceconcept.eventsourcing.LeasedWork;
import io.serviceconcept.eventsourcing.http.Trace;
import io.serviceconcept.eventsourcing.time.Calendars;

/** Finds the plans whose figure should have been there. */
@ApplicationScoped
class OverdueWork implements LeasedWork {

    private static final int SOME = 100;

    private final PlanQueries queries;
    private final PlanCommands commands;
    private final Calendars calendars;

    OverdueWork(PlanQueries queries, PlanCommands commands, Calendars calendars) {
        this.queries = queries;
        this.commands = commands;
        this.calendars = calendars;
    }

    @Override
    public String name() {
        return "find-overdue";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(2);
    }

    @Override
    public boolean wokenByEvents() {
        return false;
    }

    @Override
    public boolean work() throws SQLException {
        Instant now = calendars.now();
        int found = 0;
        for (PlannedMeasurement plan : waiting(now)) {
            Expectation expectation = plan.expectation(today(plan, now));
            if (expectation.state() == PlanState.OVERDUE && !isFound(plan, expectation) && found++ < SOME) {
                commands.findOverdue(
                        new CommandContext(plan.organisation(),
                                Trace.current().metadata("measurement-service"), null),
                        new PlanEvent.FoundOverdue(plan.plan(), plan.concept(), plan.edition(), plan.target(),
                                plan.indicator(), plan.frequency(), expectation.period().from(), expectation.due()));
            }
        }
        return found > SOME;
    }

    /** The plans of every organisation that wait for figures, by the day that it is there. */
    private List<PlannedMeasurement> waiting(Instant now) {
        return calendars.days(now).stream()
                .flatMap(day -> queries.waiting(day).stream().filter(plan -> today(plan, now).equals(day))).toList();
    }

    private LocalDate today(PlannedMeasurement plan, Instant now) {
        return calendars.of(plan.organisation()).dayOf(now);
    }

    private static boolean isFound(PlannedMeasurement plan, Expectation expectation) {
        LocalDate last = plan.foundOverdue();
        return last != null && !last.isBefore(expectation.period().from());
    }
}
