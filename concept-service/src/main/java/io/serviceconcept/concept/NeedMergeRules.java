package io.serviceconcept.concept;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.ConceptCommand.MergeNeeds;
import io.serviceconcept.concept.ConceptEvent.KeptFit;
import io.serviceconcept.concept.ConceptEvent.NeedsMerged;
import io.serviceconcept.concept.ConceptRejection.FitsNotInConflict;
import io.serviceconcept.concept.ConceptRejection.ImportanceForUnknownGroups;
import io.serviceconcept.concept.ConceptRejection.MergedWithItself;
import io.serviceconcept.concept.ConceptRejection.PartAbsent;
import io.serviceconcept.concept.ConceptRejection.Stale;
import io.serviceconcept.concept.ConceptRejection.SubNeedsUnderSubNeed;
import io.serviceconcept.concept.ConceptRejection.UnknownReferences;
import io.serviceconcept.concept.Need.Importance;
import io.serviceconcept.eventsourcing.Decision;

/** What holds when a need goes up in another: two levels remain, and nobody's assessment is made up. */
final class NeedMergeRules {

    private NeedMergeRules() {
    }

    static Decision<ConceptEvent, ConceptRejection> merge(MergeNeeds command, Draft draft) {
        Versioned<Part> present = draft.parts().find(PartKind.NEED, command.need()).orElse(null);
        if (present == null) {
            return Decision.rejected(new PartAbsent(PartKind.NEED, command.need()));
        }
        if (command.seen() != present.version()) {
            return Decision.rejected(new Stale(present.version()));
        }
        return refusal(command, draft).<Decision<ConceptEvent, ConceptRejection>> map(Decision::rejected)
                .orElseGet(() -> Decision.accepted(
                        new NeedsMerged(command.need(), command.into(), importance(command, draft), command.kept())));
    }

    private static Optional<ConceptRejection> refusal(MergeNeeds command, Draft draft) {
        if (command.into().equals(command.need())) {
            return Optional.of(new MergedWithItself());
        }
        Part target = draft.parts().find(PartKind.NEED, command.into()).map(Versioned::value).orElse(null);
        if (!(target instanceof Need into)) {
            return Optional.of(new UnknownReferences(
                    List.of(new Part.Reference(PartKind.NEED, command.into(), "/into"))));
        }
        if (into.coreNeed() != null && NeedRules.hasSubNeeds(command.need(), draft.parts())) {
            return Optional.of(new SubNeedsUnderSubNeed());
        }
        List<Importance> given = command.importance();
        long present = draft.importanceOf(command.into()).version();
        if (given != null && (command.importanceSeen() == null || command.importanceSeen() != present)) {
            return Optional.of(new Stale(present));
        }
        List<Part.Reference> unknown = given == null ? List.of() : NeedRules.unknownGroups(given, draft.parts());
        if (!unknown.isEmpty()) {
            return Optional.of(new ImportanceForUnknownGroups(unknown));
        }
        List<String> pointers = IntStream.range(0, command.kept().size())
                .filter(i -> !inConflict(command, command.kept().get(i), draft)).mapToObj(i -> "/keep/" + i).toList();
        return pointers.isEmpty() ? Optional.empty() : Optional.of(new FitsNotInConflict(pointers));
    }

    /** Whether the assessor assessed both needs, so that one of the two has to go. */
    private static boolean inConflict(MergeNeeds command, KeptFit kept, Draft draft) {
        Assessments given = draft.assessments();
        return given.find(command.need(), kept.channel(), kept.assessor()).isPresent()
                && given.find(command.into(), kept.channel(), kept.assessor()).isPresent();
    }

    private static List<Importance> importance(MergeNeeds command, Draft draft) {
        List<Importance> given = command.importance();
        return given != null ? given
                : higher(draft.importanceOf(command.into()).value(), draft.importanceOf(command.need()).value());
    }

    /** The higher of both per group, with its source and date; of equals that of the target. What is expected is not lost. */
    private static List<Importance> higher(List<Importance> target, List<Importance> merged) {
        Map<String, Importance> byGroup = new LinkedHashMap<>();
        target.forEach(importance -> byGroup.put(importance.group(), importance));
        merged.forEach(importance -> byGroup.merge(importance.group(), importance,
                (there, other) -> (isHigher(other.value(), there.value()) ? other : there)
                        .expecting(there.expectation() == null ? other.expectation() : there.expectation())));
        return List.copyOf(byGroup.values());
    }

    private static boolean isHigher(@Nullable Integer one, @Nullable Integer other) {
        return one != null && (other == null || one > other);
    }
}
