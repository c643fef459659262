package io.serviceconcept.concept;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.serviceconcept.concept.ConceptEvent.NeedSplit;
import io.serviceconcept.concept.ConceptEvent.NeedsMerged;

/**
 * Which needs are there instead of those that were merged or split. What names needs from outside the draft is read through
 * it: what was stored stays as it was, and what is shown names the needs that there are.
 */
public final class NeedSuccession {

    /** No need was merged or split. */
    public static final NeedSuccession NONE = new NeedSuccession(Map.of());

    private final Map<String, List<String>> instead;

    private NeedSuccession(Map<String, List<String>> instead) {
        this.instead = instead;
    }

    /**
     * @param events of one concept, in order
     */
    static NeedSuccession of(List<? extends ConceptEvent> events) {
        Map<String, List<String>> instead = new HashMap<>();
        // backwards, so that what became of the needs that came is known already
        for (ConceptEvent event : events.reversed()) {
            switch (event) {
                case NeedsMerged merged -> instead.put(merged.need(), followed(List.of(merged.into()), instead));
                case NeedSplit split -> instead.put(split.need(),
                        followed(split.into().stream().map(part -> part.need().id()).toList(), instead));
                default -> {
                }
            }
        }
        return new NeedSuccession(instead);
    }

    /** Whether the need was merged or split. */
    public boolean ended(String need) {
        return instead.containsKey(need);
    }

    /** The needs that are there instead of a need; the need itself while nothing became of it. */
    public List<String> of(String need) {
        return instead.getOrDefault(need, List.of(need));
    }

    /** The needs that are there instead of these, each once. */
    public List<String> ofAll(List<String> needs) {
        return followed(needs, instead);
    }

    /** A need with all of which it, among others, is there instead. */
    public Set<String> named(String need) {
        Set<String> former = new HashSet<>(Set.of(need));
        instead.forEach((ended, successors) -> {
            if (successors.contains(need)) {
                former.add(ended);
            }
        });
        return former;
    }

    private static List<String> followed(List<String> needs, Map<String, List<String>> instead) {
        return needs.stream().flatMap(need -> instead.getOrDefault(need, List.of(need)).stream()).distinct().toList();
    }
}
