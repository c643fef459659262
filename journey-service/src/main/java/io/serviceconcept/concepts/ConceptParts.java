package io.serviceconcept.concepts;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What journeys and requirements may refer to: the parts of a concept's draft and of its edition in force.
 *
 * @param instead the needs that came instead of those that were merged or split
 * @param retired whether the concept is over
 */
public record ConceptParts(Set<UUID> groups, Set<UUID> channels, Set<UUID> needs, Set<UUID> objectives,
        Map<UUID, List<UUID>> instead, boolean retired) {

    public ConceptParts {
        groups = Set.copyOf(groups);
        channels = Set.copyOf(channels);
        needs = Set.copyOf(needs);
        objectives = Set.copyOf(objectives);
        instead = Map.copyOf(instead);
    }

    /**
     * Those of the asked needs that were merged or split, each with the needs that are there instead. A need stays itself
     * while the draft or the edition in force has it.
     */
    public Map<UUID, List<UUID>> replaced(Collection<UUID> asked) {
        Map<UUID, List<UUID>> replaced = new LinkedHashMap<>();
        for (UUID need : asked) {
            if (ended(need)) {
                Set<UUID> there = new LinkedHashSet<>();
                follow(need, there, new HashSet<>());
                replaced.put(need, List.copyOf(there));
            }
        }
        return replaced;
    }

    private boolean ended(UUID need) {
        return !needs.contains(need) && instead.containsKey(need);
    }

    private void follow(UUID need, Set<UUID> there, Set<UUID> seen) {
        if (!seen.add(need)) {
            return;
        }
        if (ended(need)) {
            instead.getOrDefault(need, List.of()).forEach(next -> follow(next, there, seen));
        } else {
            there.add(need);
        }
    }
}
