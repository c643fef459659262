package io.serviceconcept.concept;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.IndicatorDefinition.Change;
import io.serviceconcept.concept.IndicatorDefinition.Measure;

/**
 * Which indicators of an organisation those of a document are: the one with the same id, else those with an equal
 * definition. A definition is equal with its name, apart from capitals and accents, its unit and all that says how it is
 * computed: the same label hides different sums.
 */
final class IndicatorMatches {

    private final Map<String, IndicatorDefinition> theirs;
    private final Map<String, IndicatorDefinition> ours;

    /**
     * @param theirs those that the document defines
     * @param ours those of the organisation that may be meant
     */
    IndicatorMatches(Collection<IndicatorDefinition> theirs, Collection<IndicatorDefinition> ours) {
        this.theirs = byId(theirs);
        this.ours = byId(ours);
    }

    /** What was looked up twice may have changed in between: the last counts. */
    private static Map<String, IndicatorDefinition> byId(Collection<IndicatorDefinition> definitions) {
        return definitions.stream()
                .collect(Collectors.toMap(IndicatorDefinition::id, Function.identity(), (former, last) -> last));
    }

    /** Its definition in the document; null when it says none. */
    @Nullable
    IndicatorDefinition definition(String id) {
        return theirs.get(id);
    }

    /** The ids in the organisation of what the document names; none when it has no such indicator, many when it has several. */
    List<String> of(String id) {
        IndicatorDefinition their = theirs.get(id);
        if (ours.containsKey(id)) {
            return List.of(id);
        }
        return their == null ? List.of()
                : ours.values().stream().filter(our -> equal(their, our) && sameChange(their, our))
                        .map(IndicatorDefinition::id).sorted().toList();
    }

    private static boolean equal(IndicatorDefinition their, IndicatorDefinition our) {
        Measure measure = their.measure();
        Measure known = our.measure();
        return measure != null && known != null && measure.alone().equals(known.alone())
                && their.unit().equals(our.unit()) && Names.folded(their.name()).equals(Names.folded(our.name()));
    }

    /** A change is one of an equal indicator since the same year; what that is the change of itself is not followed. */
    private boolean sameChange(IndicatorDefinition their, IndicatorDefinition our) {
        Change one = their.measure() == null ? null : their.measure().change();
        Change other = our.measure() == null ? null : our.measure().change();
        if (one == null || other == null) {
            return one == other;
        }
        IndicatorDefinition of = theirs.get(one.indicator());
        IndicatorDefinition known = ours.get(other.indicator());
        return one.baselineYear() == other.baselineYear() && (one.indicator().equals(other.indicator())
                || of != null && known != null && of.changeOf() == null && known.changeOf() == null && equal(of, known));
    }
}
