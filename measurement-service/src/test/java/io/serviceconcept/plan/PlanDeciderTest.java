package io.serviceconcept.plan;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import io.serviceconcept.eventsourcing.testing.DeciderSpec;
import io.serviceconcept.figure.PeriodKind;

class PlanDeciderTest {

    private static final Completion MONTHLY = new Completion(PlanSource.IMPORT, null, null, null, PeriodKind.MONTH, "Marit",
            10);
    private static final PlanEvent.FoundOverdue OCTOBER = new PlanEvent.FoundOverdue("p", "c", 1, "o", "i",
            PeriodKind.MONTH, LocalDate.of(2026, 10, 1), LocalDate.of(2026, 11, 14));

    @Test
    void peopleCompleteAPlan() {
        DeciderSpec.of(new PlanDecider()).given().when(new PlanCommand.Complete("p", MONTHLY, PlanCommand.Fed.YES))
                .then(new PlanEvent.Completed("p", MONTHLY));
    }

    @Test
    void tellingTheSameAgainChangesNothing() {
        DeciderSpec.of(new PlanDecider()).given(new PlanEvent.Completed("p", MONTHLY))
                .when(new PlanCommand.Complete("p", MONTHLY, PlanCommand.Fed.YES)).thenNothing();
    }

    @Test
    void aQuestionThatFeedsAnotherIndicatorIsRefused() {
        DeciderSpec.of(new PlanDecider()).given()
                .when(new PlanCommand.Complete("p", MONTHLY, PlanCommand.Fed.ANOTHER_INDICATOR))
                .thenRejected(new PlanRejection.NotFed(PlanCommand.Fed.ANOTHER_INDICATOR));
    }

    @Test
    void aPeriodIsFoundOverdueOnce() {
        DeciderSpec.of(new PlanDecider()).given().when(new PlanCommand.FindOverdue(OCTOBER)).then(OCTOBER);
        DeciderSpec.of(new PlanDecider()).given(OCTOBER).when(new PlanCommand.FindOverdue(OCTOBER)).thenNothing();
    }
}
