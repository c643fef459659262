package io.serviceconcept.evaluation.measurements;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.serviceconcept.concept.ConceptEvent;
import io.serviceconcept.concept.ConceptEvent.EditionAdopted;
import io.serviceconcept.concept.Direction;
import io.serviceconcept.concept.EditionContent;
import io.serviceconcept.concept.Objective;
import io.serviceconcept.concept.Objective.ObjectiveDimension;
import io.serviceconcept.concept.Objective.ObjectiveWindow;
import io.serviceconcept.concept.Objective.TargetComparison;
import io.serviceconcept.concept.Objective.TargetMeasure;
import io.serviceconcept.concept.ServiceLevel;
import io.serviceconcept.concept.ServiceLevel.Norm;

class FormerVerdictsTest {

    private static final ServiceLevel LEVEL = level("90", TargetComparison.AT_LEAST, "answered", ObjectiveWindow.MONTH, null);
    private static final Objective OBJECTIVE = objective("7", ObjectiveWindow.MONTH, "An owner");

    @Test
    void whatAsksTheSameStandsAsItDid() {
        FormerVerdicts former = new FormerVerdicts(List.of(verdict("level", "MET"), verdict("objective", "MISSED")),
                editions());

        assertThat(former.of(level("90.0", TargetComparison.AT_LEAST, "answered", ObjectiveWindow.MONTH, null)))
                .hasValueSatisfying(then -> {
                    assertThat(then.edition().edition()).isEqualTo(1);
                    assertThat(then.verdict().verdict).isEqualTo("MET");
                });
        assertThat(former.of(objective("7.00", ObjectiveWindow.MONTH, "Another owner")))
                .hasValueSatisfying(then -> assertThat(then.verdict().verdict).isEqualTo("MISSED"));
    }

    @Test
    void whatAsksSomethingElseHasNoFormerVerdict() {
        FormerVerdicts former = new FormerVerdicts(List.of(verdict("level", "MET"), verdict("objective", "MISSED")),
                editions());

        assertThat(List.of(level("91", TargetComparison.AT_LEAST, "answered", ObjectiveWindow.MONTH, null),
                level("90", TargetComparison.AT_MOST, "answered", ObjectiveWindow.MONTH, null),
                level("90", TargetComparison.AT_LEAST, "other", ObjectiveWindow.MONTH, null),
                level("90", TargetComparison.AT_LEAST, "answered", ObjectiveWindow.QUARTER, null),
                level("90", TargetComparison.AT_LEAST, "answered", ObjectiveWindow.MONTH, "desk")))
                .allSatisfy(level -> assertThat(former.of(level)).isEmpty());
        assertThat(former.of(objective("8", ObjectiveWindow.MONTH, "An owner"))).isEmpty();
        assertThat(former.of(objective("7", ObjectiveWindow.YEAR, "An owner"))).isEmpty();
    }

    @Test
    void whatWasNeverJudgedHasNone() {
        assertThat(new FormerVerdicts(List.of(), editions()).of(LEVEL)).isEmpty();
        assertThat(new FormerVerdicts(List.of(verdict("level", "MET")), editions()).of(OBJECTIVE)).isEmpty();
    }

    private static List<ConceptEvent> editions() {
        return List.of(new EditionAdopted("Our service", 1, LocalDate.of(2026, 1, 1), Instant.EPOCH,
                new EditionContent(new Direction(null, null, List.of(), null, List.of()), List.of(), List.of(), List.of(),
                        List.of(), List.of(), List.of(), List.of(OBJECTIVE), List.of(), List.of(), List.of(LEVEL), List.of(),
                        List.of(), List.of(), List.of(), List.of(), List.of())));
    }

    private static ServiceLevel level(String norm, TargetComparison comparison, String indicator, ObjectiveWindow window,
            String channel) {
        return new ServiceLevel("level", "In time", "An answer in time", null, indicator,
                new Norm(comparison, new BigDecimal(norm)), window,
                channel == null ? null : new Objective.Slice(ObjectiveDimension.CHANNEL, channel));
    }

    private static Objective objective(String value, ObjectiveWindow window, String owner) {
        return new Objective("objective", "Satisfied", "satisfaction",
                new Objective.Target(TargetComparison.AT_LEAST, new BigDecimal(value), TargetMeasure.FIGURE, null), window,
                null, LocalDate.of(2026, 12, 31), null, owner);
    }

    private static TargetVerdict verdict(String target, String verdict) {
        TargetVerdict judged = new TargetVerdict();
        judged.objective = target;
        judged.edition = 1;
        judged.verdict = verdict;
        judged.judgedAt = Instant.EPOCH;
        return judged;
    }
}
