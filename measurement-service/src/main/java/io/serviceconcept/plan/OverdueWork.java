package io.serviceconcept.plan;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.eventsourcing.CommandContext;
import io.serviceconcept.eventsourcing.LeasedWork;
import io.serviceconcept.eventsourcing.http.Trace;
import io.serviceconcept.time.Calendar;

/** Finds the plans whose figure should have been there. */
@ApplicationScoped
class OverdueWork implements LeasedWork {

    private static final int SOME = 100;

    private final PlanQueries queries;
    private final PlanCommands commands;
    private final Calendar calendar;

    OverdueWork(PlanQueries queries, PlanCommands commands, Calendar calendar) {
        this.queries = queries;
        this.commands = commands;
        this.calendar = calendar;
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
        LocalDate today = calendar.dayOf(calendar.now());
        int found = 0;
        for (PlannedMeasurement plan : queries.inForce(today)) {
            Expectation expectation = plan.expectation(today);
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

    private static boolean isFound(PlannedMeasurement plan, Expectation expectation) {
        LocalDate last = plan.foundOverdue();
        return last != null && !last.isBefore(expectation.period().from());
    }
}
