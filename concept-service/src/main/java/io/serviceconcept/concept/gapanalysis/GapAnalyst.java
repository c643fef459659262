package io.serviceconcept.concept.gapanalysis;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.serviceconcept.concept.AssessedFit;
import io.serviceconcept.concept.Channel;
import io.serviceconcept.concept.Need;
import io.serviceconcept.concept.gapanalysis.GapAnalysis.AnalysedNeed;
import io.serviceconcept.concept.gapanalysis.GapAnalysis.MatrixCell;

/** Analyses a matrix: the sums of every need, and the cells they come from. */
final class GapAnalyst {

    private static final Comparator<AnalysedNeed> BY_PRIORITY = Comparator
            .comparing((AnalysedNeed need) -> need.priority() == null ? BigDecimal.ZERO : need.priority()).reversed()
            .thenComparing(AnalysedNeed::name).thenComparing(AnalysedNeed::id);

    private final Matrix matrix;
    private final Scope scope;
    private final List<Channel> counted;
    private final Map<String, List<Channel>> reachable = new LinkedHashMap<>();

    GapAnalyst(Matrix matrix, Scope scope) {
        this.matrix = matrix;
        this.scope = scope;
        this.counted = matrix.channels().stream().filter(channel -> scope.includes(channel.status())).toList();
        matrix.groups().forEach(group -> reachable.put(group.id(), counted.stream().filter(group::isServedBy).toList()));
    }

    GapAnalysis analyse(String concept, long version) {
        List<AnalysedNeed> needs = matrix.needs().stream().map(need -> sums(need).analysed()).sorted(BY_PRIORITY).toList();
        return new GapAnalysis(concept, scope.word(), version, needs,
                matrix.needs().stream().flatMap(this::cells).toList());
    }

    private NeedSums sums(Need need) {
        List<NeedSums> subNeeds = matrix.needs().stream().filter(other -> need.id().equals(other.coreNeed()))
                .map(sub -> new NeedSums(matrix, counted, reachable, sub, List.of())).toList();
        return new NeedSums(matrix, counted, reachable, need, subNeeds);
    }

    private Stream<MatrixCell> cells(Need need) {
        return matrix.channels().stream().flatMap(channel -> {
            AssessedFit fit = matrix.fit(need.id(), channel.id());
            return fit == null ? Stream.empty()
                    : Stream.of(new MatrixCell(need.id(), channel.id(), fit.median(), fit.spread(), fit.assessors(),
                            scope.includes(channel.status())));
        });
    }
}
