package io.serviceconcept.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.serviceconcept.concept.Objective;
import io.serviceconcept.concept.Objective.ObjectiveWindow;
import io.serviceconcept.concept.Objective.Target;
import io.serviceconcept.concept.Objective.TargetComparison;
import io.serviceconcept.concept.Objective.TargetMeasure;
import io.serviceconcept.concept.ServiceLevel;
import io.serviceconcept.concept.ServiceLevel.Norm;
import io.serviceconcept.evaluation.measurements.FormerVerdicts;
import io.serviceconcept.evaluation.measurements.TargetVerdict;
import io.serviceconcept.published.PublicConcept.PromiseKept;

class KeptPromisesTest {

    private static final ServiceLevel LEVEL = new ServiceLevel("level", "In time", "An answer in time", null, "answered",
            new Norm(TargetComparison.AT_LEAST, new BigDecimal("90.0")), ObjectiveWindow.MONTH, null);

    @ParameterizedTest
    @CsvSource({ "MET, KEPT", "LIKELY_MET, PROBABLY_KEPT", "LIKELY_MISSED, PROBABLY_NOT_KEPT", "MISSED, NOT_KEPT" })
    void aVerdictOnTheServiceLevelSaysWhetherItIsKept(String verdict, PromiseKept kept) {
        KeptPromises.Judged judged = kept(List.of(verdict("level", verdict)), List.of()).of(LEVEL);

        assertThat(judged.kept()).isEqualTo(kept);
        assertThat(judged.period()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "NO_DATA", "OVERDUE", "HIDDEN", "INCOMPLETE", "INSUFFICIENT", "SOMETHING_NEW" })
    void whatIsNotFirmEnoughIsNotMeasuredYet(String verdict) {
        assertThat(kept(List.of(verdict("level", verdict)), List.of()).of(LEVEL))
                .isEqualTo(KeptPromises.Judged.NOT_YET);
    }

    @Test
    void anObjectiveThatAsksTheSameAnswersForTheServiceLevel() {
        KeptPromises kept = kept(List.of(verdict("objective", "MET")),
                List.of(objective("90", TargetComparison.AT_LEAST, TargetMeasure.FIGURE)));

        assertThat(kept.of(LEVEL).kept()).isEqualTo(PromiseKept.KEPT);
    }

    @Test
    void anObjectiveThatAsksSomethingElseDoesNot() {
        List.of(objective("91", TargetComparison.AT_LEAST, TargetMeasure.FIGURE),
                objective("90", TargetComparison.AT_MOST, TargetMeasure.FIGURE),
                objective("90", TargetComparison.AT_LEAST, TargetMeasure.CHANGE))
                .forEach(objective -> assertThat(
                        kept(List.of(verdict("objective", "MET")), List.of(objective)).of(LEVEL).kept())
                        .isEqualTo(PromiseKept.NOT_MEASURED));
    }

    private static KeptPromises kept(List<TargetVerdict> verdicts, List<Objective> objectives) {
        return new KeptPromises(verdicts, new FormerVerdicts(List.of(), List.of()), objectives);
    }

    private static Objective objective(String value, TargetComparison comparison, TargetMeasure measure) {
        return new Objective("objective", "Answered", "answered",
                new Target(comparison, new BigDecimal(value), measure, null), ObjectiveWindow.MONTH, null, null, null,
                "Head of service");
    }

    private static TargetVerdict verdict(String objective, String verdict) {
        TargetVerdict judged = new TargetVerdict();
        judged.objective = objective;
        judged.verdict = verdict;
        judged.periodFrom = LocalDate.of(2026, 11, 1);
        judged.periodTo = LocalDate.of(2026, 11, 30);
        judged.judgedAt = Instant.EPOCH;
        return judged;
    }
}
