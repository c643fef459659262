package io.serviceconcept.evaluation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.ConceptEvent.EditionAdopted;
import io.serviceconcept.concept.Objective;
import io.serviceconcept.concept.Objective.ObjectiveWindow;
import io.serviceconcept.concept.ServiceLevel;
import io.serviceconcept.evaluation.Standing.FormerStanding;
import io.serviceconcept.evaluation.Standing.JudgedStanding;
import io.serviceconcept.evaluation.Standing.ObjectiveStanding;
import io.serviceconcept.evaluation.Standing.ServiceLevelStanding;
import io.serviceconcept.evaluation.Standing.StandingBaseline;
import io.serviceconcept.evaluation.Standing.StandingIndicator;
import io.serviceconcept.evaluation.Standing.StandingInterval;
import io.serviceconcept.evaluation.Standing.StandingNorm;
import io.serviceconcept.evaluation.Standing.StandingPeriod;
import io.serviceconcept.evaluation.Standing.StandingSlice;
import io.serviceconcept.evaluation.Standing.StandingTarget;
import io.serviceconcept.evaluation.measurements.FormerVerdicts;
import io.serviceconcept.evaluation.measurements.KnownIndicator;
import io.serviceconcept.evaluation.measurements.TargetVerdict;

/** The objectives and service levels of an edition, each beside the verdict on it. */
final class TargetStandings {

    private final Map<String, KnownIndicator> indicators;
    private final Map<String, TargetVerdict> verdicts;
    private final Map<String, TargetVerdict> judged;
    private final FormerVerdicts former;

    /**
     * @param verdicts on the latest period of each target in which there was something to judge
     * @param judged on the latest period of each that could be judged
     */
    TargetStandings(List<KnownIndicator> indicators, List<TargetVerdict> verdicts, List<TargetVerdict> judged,
            FormerVerdicts former) {
        this.indicators = indicators.stream().collect(Collectors.toMap(known -> known.indicator, Function.identity()));
        this.verdicts = byTarget(verdicts);
        this.judged = byTarget(judged);
        this.former = former;
    }

    private static Map<String, TargetVerdict> byTarget(List<TargetVerdict> verdicts) {
        return verdicts.stream().collect(Collectors.toMap(verdict -> verdict.objective, Function.identity(),
                (one, other) -> one.judgedAt.isAfter(other.judgedAt) ? one : other));
    }

    List<ObjectiveStanding> objectives(EditionAdopted edition) {
        return edition.content().objectives().stream().map(this::of).toList();
    }

    List<ServiceLevelStanding> serviceLevels(EditionAdopted edition) {
        return edition.content().serviceLevels().stream().map(this::of).toList();
    }

    private ObjectiveStanding of(Objective objective) {
        StandingIndicator indicator = indicator(Objects.requireNonNull(objective.indicator()));
        Objective.Target target = Objects.requireNonNull(objective.target());
        StandingTarget shown = new StandingTarget(target.comparison(), target.value(), target.measure(),
                target.baselineYear());
        StandingSlice slice = StandingSlice.of(objective.slice());
        TargetVerdict verdict = verdicts.get(objective.id());
        FormerStanding before = former.of(objective).map(FormerStanding::of).orElse(null);
        if (verdict == null) {
            return new ObjectiveStanding(objective.id(), objective.name(), indicator, shown,
                    Objects.requireNonNull(objective.window()), slice, Objects.requireNonNull(objective.dueDate()),
                    objective.weight(), objective.owner(), null, null, null, null, null, null, null, "NO_DATA", true, null,
                    Results.of(objective.indicator(), objective.window(), objective.slice(), null), null, before);
        }
        StandingPeriod period = StandingPeriod.of(verdict);
        return new ObjectiveStanding(objective.id(), objective.name(), indicator, shown,
                Objects.requireNonNull(objective.window()), slice, Objects.requireNonNull(objective.dueDate()),
                objective.weight(), objective.owner(), period, Figures.shown(verdict.figure), verdict.n,
                StandingInterval.of(verdict.low, verdict.high), Figures.shown(verdict.change), baseline(verdict),
                verdict.through, verdict.verdict, verdict.provisional, verdict.judgedAt,
                Results.of(objective.indicator(), objective.window(), objective.slice(), period), lastJudged(verdict), before);
    }

    private ServiceLevelStanding of(ServiceLevel level) {
        StandingIndicator indicator = indicator(Objects.requireNonNull(level.indicator()));
        ServiceLevel.Norm norm = Objects.requireNonNull(level.norm());
        StandingNorm shown = new StandingNorm(norm.comparison(), norm.value());
        StandingSlice slice = StandingSlice.of(level.slice());
        ObjectiveWindow window = Objects.requireNonNull(level.window());
        TargetVerdict verdict = verdicts.get(level.id());
        FormerStanding before = former.of(level).map(FormerStanding::of).orElse(null);
        if (verdict == null) {
            return new ServiceLevelStanding(level.id(), level.name(), level.promise(), level.service(), indicator, shown,
                    window, slice, null, null, null, null, "NO_DATA", true, null,
                    Results.of(level.indicator(), window, level.slice(), null), null, before);
        }
        StandingPeriod period = StandingPeriod.of(verdict);
        return new ServiceLevelStanding(level.id(), level.name(), level.promise(), level.service(), indicator, shown, window,
                slice, period, Figures.shown(verdict.figure), verdict.n, StandingInterval.of(verdict.low, verdict.high),
                verdict.verdict, verdict.provisional, verdict.judgedAt,
                Results.of(level.indicator(), window, level.slice(), period), lastJudged(verdict), before);
    }

    private @Nullable JudgedStanding lastJudged(TargetVerdict now) {
        TargetVerdict last = now.isJudged() ? null : judged.get(now.objective);
        return last == null ? null : JudgedStanding.of(last);
    }

    private StandingIndicator indicator(String id) {
        KnownIndicator known = indicators.get(id);
        return known == null ? new StandingIndicator(id, null, null) : new StandingIndicator(id, known.name, known.unit);
    }

    private static @Nullable StandingBaseline baseline(TargetVerdict verdict) {
        return verdict.baselineLabel == null && verdict.baselineFigure == null ? null
                : new StandingBaseline(verdict.baselineLabel, Figures.shown(verdict.baselineFigure));
    }
}
