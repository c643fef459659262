package io.serviceconcept.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.serviceconcept.concept.ConceptEvent.EditionAdopted;
import io.serviceconcept.concept.Direction;
import io.serviceconcept.concept.EditionContent;
import io.serviceconcept.concept.Objective;
import io.serviceconcept.concept.Objective.ObjectiveWindow;
import io.serviceconcept.concept.Objective.Target;
import io.serviceconcept.concept.Objective.TargetComparison;
import io.serviceconcept.concept.Objective.TargetMeasure;
import io.serviceconcept.concept.ServiceLevel;
import io.serviceconcept.evaluation.MissingFigures.MissingFigure;
import io.serviceconcept.evaluation.measurements.OverdueMeasurement;
import io.serviceconcept.evaluation.measurements.TargetVerdict;

class MissingFiguresTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @ParameterizedTest
    @CsvSource({ "MONTH, 2026-10-31", "QUARTER, 2026-09-30", "YEAR, 2025-12-31" })
    void aFigureIsExpectedOfTheLastPeriodThatIsOver(ObjectiveWindow window, LocalDate expectedBy) {
        assertThat(missing(edition(window, "2025-01-01"))).containsExactly(
                new MissingFigure("o1", "Satisfied", Set.of("Head of service"), expectedBy));
    }

    @ParameterizedTest
    @CsvSource({ "MONTH, 2026-10-02, 2026-11-30", "QUARTER, 2026-08-01, 2026-12-31", "YEAR, 2026-01-01, 2026-12-31",
            "MONTH, 2026-10-01, 2026-10-31" })
    void untilAPeriodOfTheEditionIsOverItIsExpectedOfTheRunningOne(ObjectiveWindow window, String inForceFrom,
            LocalDate expectedBy) {
        assertThat(missing(edition(window, inForceFrom))).extracting(MissingFigure::expectedBy).containsExactly(expectedBy);
    }

    @Test
    void whatWasJudgedOfThatPeriodIsNotMissing() {
        LocalDate october = LocalDate.of(2026, 10, 31);
        assertThat(missing(edition(ObjectiveWindow.MONTH, "2026-01-01"), verdict("MET", october))).isEmpty();
        assertThat(missing(edition(ObjectiveWindow.MONTH, "2026-01-01"), verdict("INSUFFICIENT", october))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "2026-09-30", "2026-11-30" })
    void aFigureOfAnotherPeriodDoesNotStandForIt(LocalDate periodTo) {
        assertThat(missing(edition(ObjectiveWindow.MONTH, "2026-01-01"), verdict("MET", periodTo)))
                .extracting(MissingFigure::expectedBy).containsExactly(LocalDate.of(2026, 10, 31));
    }

    @Test
    void whatWasFoundOverdueIsMissingUntilItComes() {
        EditionAdopted edition = edition(ObjectiveWindow.MONTH, "2026-01-01");
        OverdueMeasurement july = overdue("o1", "MONTH", "2026-07-31", "2026-08-14");
        OverdueMeasurement october = overdue("o1", "MONTH", "2026-10-31", "2026-11-14");

        assertThat(MissingFigures.missing(edition, List.of(), List.of(july, october), TODAY))
                .extracting(MissingFigure::expectedBy)
                .containsExactly(LocalDate.of(2026, 8, 14), LocalDate.of(2026, 11, 14));
        assertThat(MissingFigures.missing(edition,
                List.of(verdict("MET", LocalDate.of(2026, 7, 31)), verdict("MET", LocalDate.of(2026, 10, 31))),
                List.of(july, october), TODAY)).isEmpty();
        assertThat(MissingFigures.missing(edition, List.of(verdict("MET", LocalDate.of(2026, 10, 31))),
                List.of(overdue("gone", "MONTH", "2026-07-31", "2026-08-14"),
                        overdue("o1", "YEAR", "2025-12-31", "2026-01-14")),
                TODAY)).isEmpty();
    }

    @Test
    void aServiceLevelWaitsForTheOwnersOfTheObjectivesWithItsIndicator() {
        EditionAdopted edition = edition(ObjectiveWindow.MONTH, "2026-01-01", level("l1", "i1"), level("l2", "i2"));

        assertThat(missing(edition, verdict("MET", LocalDate.of(2026, 10, 31)))).containsExactly(
                new MissingFigure("l1", "Answered", Set.of("Head of service"), LocalDate.of(2026, 9, 30)),
                new MissingFigure("l2", "Answered", Set.of(), LocalDate.of(2026, 9, 30)));
        assertThat(MissingFigures.missing(edition, List.of(verdict("MET", LocalDate.of(2026, 10, 31))),
                List.of(overdue("l2", "QUARTER", "2026-06-30", "2026-07-14")), TODAY))
                .extracting(MissingFigure::target, MissingFigure::expectedBy)
                .contains(tuple("l2", LocalDate.of(2026, 7, 14)));
    }

    private static ServiceLevel level(String id, String indicator) {
        return new ServiceLevel(id, "Answered", "You have an answer in time", null, indicator,
                new ServiceLevel.Norm(TargetComparison.AT_LEAST, BigDecimal.valueOf(90)), ObjectiveWindow.QUARTER, null);
    }

    private static List<MissingFigure> missing(EditionAdopted edition, TargetVerdict... judged) {
        return MissingFigures.missing(edition, List.of(judged), List.of(), TODAY);
    }

    private static OverdueMeasurement overdue(String objective, String window, String periodTo, String due) {
        OverdueMeasurement overdue = new OverdueMeasurement();
        overdue.objective = objective;
        overdue.periodKind = window;
        overdue.periodTo = LocalDate.parse(periodTo);
        overdue.due = LocalDate.parse(due);
        return overdue;
    }

    private static EditionAdopted edition(ObjectiveWindow window, String inForceFrom, ServiceLevel... levels) {
        Objective objective = new Objective("o1", "Satisfied", "i1",
                new Target(TargetComparison.AT_LEAST, BigDecimal.valueOf(7), TargetMeasure.FIGURE, null), window, null,
                LocalDate.of(2026, 12, 31), null, "Head of service");
        return new EditionAdopted("Our service", 1, LocalDate.parse(inForceFrom), Instant.EPOCH,
                new EditionContent(new Direction(null, null, List.of(), null, List.of()), List.of(), List.of(), List.of(),
                        List.of(), List.of(), List.of(), List.of(objective), List.of(), List.of(), List.of(levels),
                        List.of(), List.of(), List.of(), List.of(), List.of(), List.of()));
    }

    private static TargetVerdict verdict(String verdict, LocalDate periodTo) {
        TargetVerdict judged = new TargetVerdict();
        judged.objective = "o1";
        judged.verdict = verdict;
        judged.periodTo = periodTo;
        return judged;
    }
}
