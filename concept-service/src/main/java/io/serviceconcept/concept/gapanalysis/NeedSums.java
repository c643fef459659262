package io.serviceconcept.concept.gapanalysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.AssessedFit;
import io.serviceconcept.concept.Channel;
import io.serviceconcept.concept.CustomerGroup;
import io.serviceconcept.concept.Need;
import io.serviceconcept.concept.gapanalysis.GapAnalysis.AnalysedNeed;
import io.serviceconcept.concept.gapanalysis.GapAnalysis.AnalysisWarning;
import io.serviceconcept.concept.gapanalysis.GapAnalysis.NeedCoverage;
import io.serviceconcept.concept.gapanalysis.GapAnalysis.NeglectedGroup;

/**
 * The sums of one need. Let w be a group's share of all shares, i the importance of the need to it, f the fit of a channel:
 * <ul>
 * <li>priority: Σ w·i; for a core need i is the highest over its own and its sub-needs'
 * <li>coverage for a group: the highest f among the channels it can reach and use, ÷ 4; 0 when it has none, unknown when
 * none was assessed; overall Σ w·i·coverage ÷ Σ w·i over what is known
 * <li>of a core need with sub-needs: their mean, weighted by priority
 * <li>adequate: f of 3 and more
 * </ul>
 *
 * @param subNeeds empty for a sub-need, and for a core need without
 * @param reachable the channels that count and that a group can reach and use, by group
 */
record NeedSums(Matrix matrix, List<Channel> counted, Map<String, List<Channel>> reachable, Need need,
        List<NeedSums> subNeeds) {

    private static final BigDecimal FULL_FIT = BigDecimal.valueOf(4);
    private static final BigDecimal ADEQUATE = BigDecimal.valueOf(3);
    private static final int MATTERS = 4;
    private static final int MATTERS_LITTLE = 2;
    private static final int MANY_CHANNELS = 3;

    AnalysedNeed analysed() {
        return new AnalysedNeed(need.id(), need.name(), need.coreNeed(), need.audience(), Shares.shown(priority()),
                Shares.shown(coverage()), matrix.groups().stream().map(this::shown).toList(), neglected(), overServed(),
                warnings());
    }

    /** Groups of which the importance is unknown add nothing. */
    @Nullable
    BigDecimal priority() {
        return Shares.mean(matrix.groups(), CustomerGroup::share, group -> BigDecimal.valueOf(known(importance(group))));
    }

    @Nullable
    BigDecimal coverage() {
        if (!subNeeds.isEmpty()) {
            return Shares.mean(subNeeds, NeedSums::weight, NeedSums::coverage);
        }
        return Shares.mean(matrix.groups(), group -> group.share().multiply(BigDecimal.valueOf(known(importance(group)))),
                this::coverage);
    }

    private @Nullable BigDecimal coverage(CustomerGroup group) {
        if (!subNeeds.isEmpty()) {
            return Shares.mean(subNeeds, NeedSums::weight, sub -> sub.coverage(group));
        }
        List<Channel> channels = reachable(group);
        if (channels.isEmpty()) {
            return BigDecimal.ZERO;
        }
        return fits(channels).max(BigDecimal::compareTo).map(best -> best.divide(FULL_FIT)).orElse(null);
    }

    private List<NeglectedGroup> neglected() {
        if (!subNeeds.isEmpty()) {
            return List.of();
        }
        return matrix.groups().stream()
                .filter(group -> known(importance(group)) >= MATTERS
                        && fits(reachable(group)).noneMatch(NeedSums::adequate))
                .map(group -> new NeglectedGroup(group.id(), group.name(), group.share())).toList();
    }

    private boolean overServed() {
        List<Integer> importance = matrix.groups().stream().map(this::importance).filter(Objects::nonNull).toList();
        return subNeeds.isEmpty() && !importance.isEmpty() && importance.stream().allMatch(i -> i <= MATTERS_LITTLE)
                && fits(counted).filter(NeedSums::adequate).count() >= MANY_CHANNELS;
    }

    private List<AnalysisWarning> warnings() {
        List<AnalysisWarning> warnings = new ArrayList<>();
        matrix.groups().stream().filter(group -> reachable(group).isEmpty())
                .forEach(group -> warnings.add(new AnalysisWarning("no-channel-for-group",
                        "No channel reaches the group \"" + group.name() + "\", so its coverage is 0.", group.id())));
        if (subNeeds.isEmpty() && fits(counted).findAny().isEmpty()) {
            warnings.add(new AnalysisWarning("no-fit-assessed", "No channel that counts was assessed for this need.", null));
        }
        if (matrix.groups().stream().allMatch(group -> importance(group) == null)) {
            warnings.add(new AnalysisWarning("importance-unknown", "Its importance to the groups is unknown.", null));
        }
        return warnings;
    }

    private NeedCoverage shown(CustomerGroup group) {
        return new NeedCoverage(group.id(), group.name(), importance(group), Shares.shown(coverage(group)));
    }

    private @Nullable Integer importance(CustomerGroup group) {
        return Stream.concat(Stream.of(need), subNeeds.stream().map(NeedSums::need))
                .map(of -> matrix.importance(of.id(), group.id())).filter(Objects::nonNull).max(Integer::compare)
                .orElse(null);
    }

    private List<Channel> reachable(CustomerGroup group) {
        return reachable.getOrDefault(group.id(), List.of());
    }

    private Stream<BigDecimal> fits(List<Channel> channels) {
        return channels.stream().map(channel -> matrix.fit(need.id(), channel.id())).filter(Objects::nonNull)
                .map(AssessedFit::median);
    }

    private static BigDecimal weight(NeedSums sub) {
        BigDecimal priority = sub.priority();
        return priority == null ? BigDecimal.ZERO : priority;
    }

    private static boolean adequate(BigDecimal fit) {
        return fit.compareTo(ADEQUATE) >= 0;
    }

    private static int known(@Nullable Integer importance) {
        return importance == null ? 0 : importance;
    }
}
