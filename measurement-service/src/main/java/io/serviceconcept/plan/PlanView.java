package io.serviceconcept.plan;

import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.Dimension;
import io.serviceconcept.figure.Period;
import io.serviceconcept.figure.PeriodKind;

/**
 * A measurement plan as the API shows it.
 *
 * @param target the objective or the service level
 * @param completion absent while nobody told anything
 * @param owner as told, else that of the target
 * @param expected the period of which a figure is expected
 * @param due the last day on which the next figure that is not there is in time
 * @param measuredThrough the last day of the latest period with a figure
 */
@Schema(name = "MeasurementPlan")
record PlanView(String id, String concept, int edition, LocalDate inForceFrom, String target, @Nullable String name,
        String indicator, PeriodKind window, PlanSlice slice, @Nullable NewCompletion completion, @Nullable String owner,
        PlanState state, PlanPeriod expected, LocalDate due, @Nullable LocalDate measuredThrough, boolean neverMeasured) {

    @Schema(name = "PlanSlice")
    record PlanSlice(Dimension dimension, @Nullable String key) {
    }

    @Schema(name = "PlanPeriod")
    record PlanPeriod(PeriodKind kind, String label, LocalDate from, LocalDate to) {
    }

    static PlanView of(PlannedMeasurement plan, LocalDate today) {
        Expectation expectation = plan.expectation(today);
        Period period = expectation.period();
        Completion told = plan.completion();
        LocalDate measured = plan.lastMeasured();
        return new PlanView(plan.plan(), plan.concept(), plan.edition(), plan.time().from(), plan.target(), plan.name(),
                plan.indicator(), plan.window(),
                new PlanSlice(plan.slice().dimension(), plan.slice().key().isEmpty() ? null : plan.slice().key()),
                NewCompletion.of(told), told == null || told.owner() == null ? plan.owner() : told.owner(),
                expectation.state(), new PlanPeriod(period.kind(), period.label(), period.from(), period.to()),
                expectation.due(), measured == null ? null : new Period(plan.frequency(), measured).to(), measured == null);
    }

    /** Its place in the list. */
    String sortKey() {
        return id + "|" + edition;
    }
}
