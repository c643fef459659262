package io.serviceconcept.evaluation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.ConceptEvent.EditionAdopted;
import io.serviceconcept.concept.Objective;
import io.serviceconcept.evaluation.Standing.ObjectiveStanding;
import io.serviceconcept.evaluation.Standing.StandingBaseline;
import io.serviceconcept.evaluation.Standing.StandingIndicator;
import io.serviceconcept.evaluation.Standing.StandingInterval;
import io.serviceconcept.evaluation.Standing.StandingPeriod;
import io.serviceconcept.evaluation.Standing.StandingSlice;
import io.serviceconcept.evaluation.Standing.StandingTarget;
import io.serviceconcept.evaluation.measurements.KnownIndicator;
import io.serviceconcept.evaluation.measurements.TargetVerdict;

/** The objectives of an edition, each beside the verdict on it. */
final class ObjectiveStandings {

    private final Map<String, KnownIndicator> indicators;
    private final Map<String, TargetVerdict> verdicts;

    ObjectiveStandings(List<KnownIndicator> indicators, List<TargetVerdict> verdicts) {
        this.indicators = indicators.stream().collect(Collectors.toMap(known -> known.indicator, Function.identity()));
        this.verdicts = verdicts.stream().collect(Collectors.toMap(verdict -> verdict.objective, Function.identity(),
                (one, other) -> one.judgedAt.isAfter(other.judgedAt) ? one : other));
    }

    List<ObjectiveStanding> of(EditionAdopted edition) {
        return edition.content().objectives().stream().map(this::of).toList();
    }

    private ObjectiveStanding of(Objective objective) {
        StandingIndicator indicator = indicator(Objects.requireNonNull(objective.indicator()));
        Objective.Target target = Objects.requireNonNull(objective.target());
        StandingTarget shown = new StandingTarget(target.comparison(), target.value(), target.measure(),
                target.baselineYear());
        Objective.Slice slice = objective.slice();
        StandingSlice shownSlice = slice == null ? null : new StandingSlice(slice.dimension(), slice.key());
        TargetVerdict verdict = verdicts.get(objective.id());
        if (verdict == null) {
            return new ObjectiveStanding(objective.id(), objective.name(), indicator, shown,
                    Objects.requireNonNull(objective.window()), shownSlice, Objects.requireNonNull(objective.dueDate()),
                    objective.weight(), objective.owner(), null, null, null, null, null, null, null, "NO_DATA", true, null,
                    Results.of(objective, null));
        }
        StandingPeriod period = new StandingPeriod(verdict.periodKind, verdict.periodLabel, verdict.periodFrom,
                verdict.periodTo);
        return new ObjectiveStanding(objective.id(), objective.name(), indicator, shown,
                Objects.requireNonNull(objective.window()), shownSlice, Objects.requireNonNull(objective.dueDate()),
                objective.weight(), objective.owner(), period, Figures.shown(verdict.figure), verdict.n,
                StandingInterval.of(verdict.low, verdict.high), Figures.shown(verdict.change), baseline(verdict),
                verdict.through, verdict.verdict, verdict.provisional, verdict.judgedAt, Results.of(objective, period));
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
