package io.serviceconcept.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

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
import io.serviceconcept.evaluation.MissingFigures.MissingFigure;
import io.serviceconcept.evaluation.measurements.TargetVerdict;

class MissingFiguresTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @ParameterizedTest
    @CsvSource({ "MONTH, 2026-10-31", "QUARTER, 2026-09-30", "YEAR, 2025-12-31" })
    void aFigureIsExpectedOfTheLastPeriodThatIsOver(ObjectiveWindow window, LocalDate expectedBy) {
        assertThat(missing(edition(window, "2025-01-01"))).containsExactly(
                new MissingFigure("o1", "Satisfied", "Head of service", expectedBy));
    }

    @ParameterizedTest
    @CsvSource({ "MONTH, 2026-10-02, 2026-11-30", "QUARTER, 2026-08-01, 2026-12-31", "YEAR, 2026-01-01, 2026-12-31",
            "MONTH, 2026-10-01, 2026-10-31" })
    void untilAPeriodOfTheEditionIsOverItIsExpectedOfTheRunningOne(ObjectiveWindow window, String inForceFrom,
            LocalDate expectedBy) {
        assertThat(missing(edition(window, inForceFrom))).extracting(MissingFigure::expectedBy).containsExactly(expectedBy);
    }

    @ParameterizedTest
    @ValueSource(strings = { "2026-10-31", "2026-11-30" })
    void whatWasJudgedOfThatPeriodOrALaterOneIsNotMissing(LocalDate periodTo) {
        assertThat(missing(edition(ObjectiveWindow.MONTH, "2026-01-01"), verdict("MET", periodTo))).isEmpty();
        assertThat(missing(edition(ObjectiveWindow.MONTH, "2026-01-01"), verdict("INSUFFICIENT", periodTo))).isEmpty();
    }

    @Test
    void whatWasJudgedLongAgoOrHadNothingToJudgeIsMissing() {
        assertThat(missing(edition(ObjectiveWindow.MONTH, "2026-01-01"), verdict("MET", LocalDate.of(2026, 9, 30))))
                .hasSize(1);
        assertThat(missing(edition(ObjectiveWindow.MONTH, "2026-01-01"), verdict("OVERDUE", LocalDate.of(2026, 10, 31))))
                .hasSize(1);
    }

    private static List<MissingFigure> missing(EditionAdopted edition, TargetVerdict... latest) {
        return MissingFigures.missing(edition, List.of(latest), TODAY);
    }

    private static EditionAdopted edition(ObjectiveWindow window, String inForceFrom) {
        Objective objective = new Objective("o1", "Satisfied", "i1",
                new Target(TargetComparison.AT_LEAST, BigDecimal.valueOf(7), TargetMeasure.FIGURE, null), window, null,
                LocalDate.of(2026, 12, 31), null, "Head of service");
        return new EditionAdopted("Our service", 1, LocalDate.parse(inForceFrom), Instant.EPOCH,
                new EditionContent(new Direction(null, null, List.of(), null, List.of()), List.of(), List.of(), List.of(),
                        List.of(), List.of(), List.of(), List.of(objective)));
    }

    private static TargetVerdict verdict(String verdict, LocalDate periodTo) {
        TargetVerdict judged = new TargetVerdict();
        judged.objective = "o1";
        judged.verdict = verdict;
        judged.periodTo = periodTo;
        return judged;
    }
}
