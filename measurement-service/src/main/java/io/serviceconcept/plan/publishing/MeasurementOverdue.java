package io.serviceconcept.plan.publishing;

import java.time.Instant;
import java.time.LocalDate;

import io.serviceconcept.figure.Period;
import io.serviceconcept.figure.PeriodKind;
import io.serviceconcept.plan.PlanEvent;

/** The contract record {@code measurement.measurement-overdue.v1}. */
record MeasurementOverdue(String plan, String concept, int edition, String objective, String indicator, MissingPeriod period,
        LocalDate due, Instant foundAt) {

    record MissingPeriod(PeriodKind kind, String label, LocalDate from, LocalDate to) {
    }

    static MeasurementOverdue of(PlanEvent.FoundOverdue found, Instant foundAt) {
        Period period = new Period(found.frequency(), found.from());
        return new MeasurementOverdue(found.plan(), found.concept(), found.edition(), found.target(), found.indicator(),
                new MissingPeriod(period.kind(), period.label(), period.from(), period.to()), found.due(), foundAt);
    }
}
