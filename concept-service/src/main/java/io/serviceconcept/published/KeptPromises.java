package io.serviceconcept.published;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.Objective;
import io.serviceconcept.concept.Objective.TargetMeasure;
import io.serviceconcept.concept.ServiceLevel;
import io.serviceconcept.evaluation.measurements.FormerVerdicts;
import io.serviceconcept.evaluation.measurements.TargetVerdict;
import io.serviceconcept.published.PublicConcept.PromiseKept;
import io.serviceconcept.published.PublicConcept.PublicPeriod;

/**
 * Whether service levels are kept, from the verdicts that were given. A service level that is not judged by itself is kept
 * as far as an objective with the same indicator, norm, window and slice is met.
 */
final class KeptPromises {

    private final Map<String, TargetVerdict> verdicts;
    private final FormerVerdicts former;
    private final List<Objective> objectives;

    /**
     * @param verdicts of the edition, on the latest period of each target that could be judged
     * @param former of the targets that have none of those
     * @param objectives of the edition
     */
    KeptPromises(List<TargetVerdict> verdicts, FormerVerdicts former, List<Objective> objectives) {
        this.verdicts = verdicts.stream().collect(Collectors.toMap(verdict -> verdict.objective, Function.identity(),
                (one, other) -> one.judgedAt.isAfter(other.judgedAt) ? one : other));
        this.former = former;
        this.objectives = objectives;
    }

    /**
     * @param period null when nothing was measured
     */
    record Judged(PromiseKept kept, @Nullable PublicPeriod period) {

        static final Judged NOT_YET = new Judged(PromiseKept.NOT_MEASURED, null);
    }

    /** Under the edition in force. */
    Judged of(ServiceLevel level) {
        TargetVerdict own = verdicts.get(level.id());
        return own != null ? judged(own)
                : alike(level).map(Objective::id).map(verdicts::get).filter(Objects::nonNull).findFirst()
                        .map(KeptPromises::judged).orElse(Judged.NOT_YET);
    }

    /** Under an edition before that promised the same, while nothing is known under the one in force; else empty. */
    Optional<Judged> before(ServiceLevel level) {
        if (of(level).kept() != PromiseKept.NOT_MEASURED) {
            return Optional.empty();
        }
        return former.of(level).or(() -> alike(level).map(former::of).flatMap(Optional::stream).findFirst())
                .map(then -> judged(then.verdict()));
    }

    private Stream<Objective> alike(ServiceLevel level) {
        return objectives.stream().filter(objective -> isMetWith(level, objective));
    }

    private static boolean isMetWith(ServiceLevel level, Objective objective) {
        ServiceLevel.Norm norm = level.norm();
        Objective.Target target = objective.target();
        return norm != null && target != null && target.measure() == TargetMeasure.FIGURE
                && target.comparison() == norm.comparison() && target.value().compareTo(norm.value()) == 0
                && level.indicator() != null && level.indicator().equals(objective.indicator())
                && level.window() == objective.window() && Objects.equals(level.slice(), objective.slice());
    }

    private static Judged judged(TargetVerdict verdict) {
        PromiseKept kept = switch (verdict.verdict) {
            case "MET" -> PromiseKept.KEPT;
            case "LIKELY_MET" -> PromiseKept.PROBABLY_KEPT;
            case "LIKELY_MISSED" -> PromiseKept.PROBABLY_NOT_KEPT;
            case "MISSED" -> PromiseKept.NOT_KEPT;
            default -> PromiseKept.NOT_MEASURED;
        };
        return kept == PromiseKept.NOT_MEASURED ? Judged.NOT_YET
                : new Judged(kept, new PublicPeriod(verdict.periodFrom, verdict.periodTo, verdict.provisional));
    }
}
