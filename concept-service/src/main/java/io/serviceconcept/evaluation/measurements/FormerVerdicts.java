package io.serviceconcept.evaluation.measurements;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.serviceconcept.concept.ConceptEvent;
import io.serviceconcept.concept.ConceptEvent.EditionAdopted;
import io.serviceconcept.concept.EditionContent;
import io.serviceconcept.concept.Objective;
import io.serviceconcept.concept.ServiceLevel;

/**
 * The last verdicts that targets had under an edition before the one in force, of those that have none under it yet: an edition
 * begins without verdicts, and until a period of it can be judged these say how it was. One counts only for a target that asks
 * now what it asked then.
 */
public final class FormerVerdicts {

    private final Map<Integer, EditionAdopted> editions;
    private final Map<String, TargetVerdict> verdicts;

    /**
     * @param verdicts at most one per target counts, the one judged last
     * @param events of the concept
     */
    public FormerVerdicts(List<TargetVerdict> verdicts, List<ConceptEvent> events) {
        this.verdicts = verdicts.stream().collect(Collectors.toMap(verdict -> verdict.objective, Function.identity(),
                (one, other) -> one.judgedAt.isAfter(other.judgedAt) ? one : other));
        this.editions = events.stream().filter(EditionAdopted.class::isInstance).map(EditionAdopted.class::cast)
                .collect(Collectors.toMap(EditionAdopted::edition, Function.identity()));
    }

    /**
     * @param edition the number of the one in force
     * @param events of the concept
     */
    public static FormerVerdicts before(int edition, String organisation, String concept, List<ConceptEvent> events) {
        return new FormerVerdicts(edition == 1 ? List.of() : TargetVerdict.latestJudgedBefore(organisation, concept, edition),
                events);
    }

    /**
     * @param edition under which it was given
     */
    public record Former(EditionAdopted edition, TargetVerdict verdict) {
    }

    public Optional<Former> of(Objective objective) {
        return of(objective.id(), content -> content.objectives().stream()
                .anyMatch(then -> then.id().equals(objective.id()) && asksTheSame(then, objective)));
    }

    public Optional<Former> of(ServiceLevel level) {
        return of(level.id(), content -> content.serviceLevels().stream()
                .anyMatch(then -> then.id().equals(level.id()) && asksTheSame(then, level)));
    }

    private Optional<Former> of(String target, Predicate<EditionContent> asked) {
        TargetVerdict verdict = verdicts.get(target);
        EditionAdopted edition = verdict == null ? null : editions.get(verdict.edition);
        return verdict == null || edition == null || !asked.test(edition.content()) ? Optional.empty()
                : Optional.of(new Former(edition, verdict));
    }

    private static boolean asksTheSame(Objective then, Objective now) {
        Objective.Target one = then.target();
        Objective.Target other = now.target();
        return one != null && other != null && one.comparison() == other.comparison() && one.measure() == other.measure()
                && Objects.equals(one.baselineYear(), other.baselineYear()) && isSame(one.value(), other.value())
                && Objects.equals(then.indicator(), now.indicator()) && then.window() == now.window()
                && Objects.equals(then.slice(), now.slice());
    }

    private static boolean asksTheSame(ServiceLevel then, ServiceLevel now) {
        ServiceLevel.Norm one = then.norm();
        ServiceLevel.Norm other = now.norm();
        return one != null && other != null && one.comparison() == other.comparison() && isSame(one.value(), other.value())
                && Objects.equals(then.indicator(), now.indicator()) && then.window() == now.window()
                && Objects.equals(then.slice(), now.slice());
    }

    private static boolean isSame(BigDecimal one, BigDecimal other) {
        return one.compareTo(other) == 0;
    }
}
