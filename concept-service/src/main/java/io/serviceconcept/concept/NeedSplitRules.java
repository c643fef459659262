package io.serviceconcept.concept;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.serviceconcept.concept.ConceptCommand.NewNeed;
import io.serviceconcept.concept.ConceptCommand.SplitNeed;
import io.serviceconcept.concept.ConceptEvent.NeedSplit;
import io.serviceconcept.concept.ConceptEvent.SplitOff;
import io.serviceconcept.concept.ConceptRejection.DuplicateName;
import io.serviceconcept.concept.ConceptRejection.FewerThanTwo;
import io.serviceconcept.concept.ConceptRejection.PartAbsent;
import io.serviceconcept.concept.ConceptRejection.Referrer;
import io.serviceconcept.concept.ConceptRejection.SplitLeavesOrphans;
import io.serviceconcept.concept.ConceptRejection.Stale;
import io.serviceconcept.concept.ConceptRejection.TakenTwice;
import io.serviceconcept.concept.ConceptRejection.TakesWhatDoesNotRefer;
import io.serviceconcept.eventsourcing.Decision;

/**
 * What holds when a need becomes several: whatever named it names exactly one of them, but an insight, which supports all.
 */
final class NeedSplitRules {

    private NeedSplitRules() {
    }

    static Decision<ConceptEvent, ConceptRejection> split(SplitNeed command, Draft draft) {
        Versioned<Part> present = draft.parts().find(PartKind.NEED, command.need()).orElse(null);
        if (present == null || !(present.value() instanceof Need need)) {
            return Decision.rejected(new PartAbsent(PartKind.NEED, command.need()));
        }
        if (command.seen() != present.version()) {
            return Decision.rejected(new Stale(present.version()));
        }
        List<SplitOff> into = command.into().stream().map(part -> splitOff(part, need)).toList();
        if (into.size() < 2) {
            return Decision.rejected(new FewerThanTwo());
        }
        return duplicate(into, need, draft.parts()).or(() -> taken(into, need, draft))
                .<Decision<ConceptEvent, ConceptRejection>> map(Decision::rejected)
                .orElseGet(() -> Decision.accepted(new NeedSplit(need.id(), into)));
    }

    /** It is of the same kind and in the same place as the need it comes from. */
    private static SplitOff splitOff(NewNeed part, Need from) {
        return new SplitOff(new Need(part.id(), part.name(), part.description(), from.coreNeed(), from.audience()),
                part.takes());
    }

    /** The name of the need that ends is free again. */
    private static Optional<ConceptRejection> duplicate(List<SplitOff> into, Need from, Parts parts) {
        Parts named = parts.without(PartKind.NEED, from.id());
        for (SplitOff part : into) {
            if (Names.taken(part.need(), named)) {
                return Optional.of(new DuplicateName(PartKind.NEED, part.need().name()));
            }
            named = named.with(part.need(), 0);
        }
        return Optional.empty();
    }

    private static Optional<ConceptRejection> taken(List<SplitOff> into, Need from, Draft draft) {
        List<Part> referring = draft.parts().stream()
                .filter(part -> !(part instanceof Insight) && NeedReferences.names(part, from.id())).toList();
        List<String> strangers = new ArrayList<>();
        List<String> twice = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < into.size(); i++) {
            List<String> takes = into.get(i).takes();
            for (int j = 0; j < takes.size(); j++) {
                String id = takes.get(j);
                String pointer = "/into/" + i + "/takes/" + j;
                if (referring.stream().noneMatch(part -> part.id().equals(id))) {
                    strangers.add(pointer);
                } else if (!taken.add(id)) {
                    twice.add(pointer);
                }
            }
        }
        if (!strangers.isEmpty()) {
            return Optional.of(new TakesWhatDoesNotRefer(strangers));
        }
        if (!twice.isEmpty()) {
            return Optional.of(new TakenTwice(twice));
        }
        List<Referrer> orphans = referring.stream().filter(part -> !taken.contains(part.id()))
                .map(part -> new Referrer(part.partKind(), part.id(), part.name())).toList();
        return orphans.isEmpty() ? Optional.empty() : Optional.of(new SplitLeavesOrphans(orphans));
    }
}
