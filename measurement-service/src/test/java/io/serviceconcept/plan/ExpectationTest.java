package io.serviceconcept.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.serviceconcept.figure.PeriodKind;

class ExpectationTest {

    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);

    private static final TimeInForce FROM_NEW_YEAR = from("2026-01-01");

    private static TimeInForce from(String day) {
        return new TimeInForce(LocalDate.parse(day), LocalDate.parse(day), null);
    }

    private static TimeInForce until(String day) {
        return new TimeInForce(NEW_YEAR, NEW_YEAR, LocalDate.parse(day));
    }

    private static Expectation quarterly(TimeInForce time, String today) {
        return Expectation.of(time, NEW_YEAR, PeriodKind.QUARTER, 14, Set.of(), LocalDate.parse(today));
    }

    private static Expectation monthly(@Nullable String measured, String today) {
        return Expectation.of(FROM_NEW_YEAR, NEW_YEAR, PeriodKind.MONTH, 14,
                measured == null ? Set.of() : Set.of(LocalDate.parse(measured)),
                LocalDate.parse(today));
    }

    @Test
    void beforeAMonthIsOverTheRunningOneIsExpected() {
        Expectation expectation = monthly(null, "2026-01-20");

        assertThat(expectation.period().label()).isEqualTo("2026-01");
        assertThat(expectation.state()).isEqualTo(PlanState.EXPECTED);
        assertThat(expectation.due()).isEqualTo("2026-02-14");
    }

    @Test
    void aFigureIsInTimeUntilTheEndOfTheDayOnWhichItIsDue() {
        assertThat(monthly(null, "2026-02-14").state()).isEqualTo(PlanState.EXPECTED);
        assertThat(monthly(null, "2026-02-15")).satisfies(late -> {
            assertThat(late.state()).isEqualTo(PlanState.OVERDUE);
            assertThat(late.period().label()).isEqualTo("2026-01");
            assertThat(late.due()).isEqualTo("2026-02-14");
        });
    }

    @Test
    void whatIsMeasuredIsNotLateAndTheNextIsDue() {
        Expectation expectation = monthly("2026-01-01", "2026-02-20");

        assertThat(expectation.state()).isEqualTo(PlanState.MEASURED);
        assertThat(expectation.due()).isEqualTo("2026-03-14");
        assertThat(monthly("2026-01-01", "2026-03-15").state()).isEqualTo(PlanState.OVERDUE);
    }

    @Test
    void aPeriodThatBeganBeforeTheEditionIsNotExpected() {
        Expectation expectation = Expectation.of(from("2026-01-15"), NEW_YEAR, PeriodKind.MONTH, 0, Set.of(),
                LocalDate.of(2026, 2, 10));

        assertThat(expectation.period().label()).isEqualTo("2026-02");
        assertThat(expectation.state()).isEqualTo(PlanState.EXPECTED);
    }

    @Test
    void nothingIsLateBeforeItWasPlanned() {
        LocalDate heardOf = LocalDate.of(2026, 11, 24);

        Expectation expectation = Expectation.of(FROM_NEW_YEAR, heardOf, PeriodKind.MONTH, 14, Set.of(), heardOf);

        assertThat(expectation.state()).isEqualTo(PlanState.EXPECTED);
        assertThat(expectation.due()).isEqualTo("2026-12-08");
        assertThat(Expectation.of(FROM_NEW_YEAR, heardOf, PeriodKind.MONTH, 14, Set.of(), LocalDate.of(2026, 12, 9)).state())
                .isEqualTo(PlanState.OVERDUE);
    }

    @Test
    void aPeriodMayBeDueAfterTheNextIsOver() {
        Expectation late = Expectation.of(FROM_NEW_YEAR, NEW_YEAR, PeriodKind.MONTH, 60, Set.of(), LocalDate.of(2026, 4, 2));

        assertThat(late.period().label()).isEqualTo("2026-01");
        assertThat(late.state()).isEqualTo(PlanState.OVERDUE);
    }

    @Test
    void aLaterFigureMakesUpForNoneThatIsMissing() {
        Set<LocalDate> measured = Set.of(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 7, 1));

        Expectation expectation = Expectation.of(FROM_NEW_YEAR, NEW_YEAR, PeriodKind.MONTH, 14, measured,
                LocalDate.of(2026, 7, 15));

        assertThat(expectation.state()).isEqualTo(PlanState.OVERDUE);
        assertThat(expectation.period().label()).isEqualTo("2026-06");
        assertThat(Expectation.of(FROM_NEW_YEAR, NEW_YEAR, PeriodKind.MONTH, 14, measured, LocalDate.of(2026, 7, 14)).state())
                .isEqualTo(PlanState.EXPECTED);
    }

    @Test
    void anEditionThatWasSucceededWaitsForTheLastFigureOfItsTime() {
        TimeInForce first = until("2026-03-31");
        TimeInForce second = new TimeInForce(NEW_YEAR, LocalDate.of(2026, 4, 1), null);

        assertThat(quarterly(first, "2026-04-14").state()).isEqualTo(PlanState.EXPECTED);
        assertThat(quarterly(first, "2026-04-15").state()).isEqualTo(PlanState.OVERDUE);
        assertThat(quarterly(first, "2026-09-01").period().label()).isEqualTo("2026-Q1");
        assertThat(quarterly(second, "2026-04-15")).satisfies(next -> {
            assertThat(next.state()).isEqualTo(PlanState.EXPECTED);
            assertThat(next.period().label()).isEqualTo("2026-Q2");
        });
    }

    @Test
    void aPeriodInWhichTheEditionChangedIsExpectedByTheOneOfItsLastDay() {
        TimeInForce first = until("2026-03-14");
        TimeInForce second = new TimeInForce(NEW_YEAR, LocalDate.of(2026, 3, 15), null);

        Expectation february = Expectation.of(first, NEW_YEAR, PeriodKind.MONTH, 14, Set.of(), LocalDate.of(2026, 4, 15));
        Expectation march = Expectation.of(second, NEW_YEAR, PeriodKind.MONTH, 14, Set.of(), LocalDate.of(2026, 4, 15));

        assertThat(february.state()).isEqualTo(PlanState.OVERDUE);
        assertThat(february.period().label()).isEqualTo("2026-02");
        assertThat(march.state()).isEqualTo(PlanState.OVERDUE);
        assertThat(march.period().label()).isEqualTo("2026-03");
    }

    @Test
    void whatAnEditionThatWasSucceededMeasuredIsAllThatItWaitsFor() {
        Expectation measured = Expectation.of(until("2026-03-31"), NEW_YEAR, PeriodKind.MONTH, 14,
                Set.of(LocalDate.of(2026, 3, 1)), LocalDate.of(2026, 6, 1));

        assertThat(measured.state()).isEqualTo(PlanState.MEASURED);
        assertThat(measured.due()).isEqualTo("2026-04-14");
    }
}
