package io.serviceconcept.concept;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.serviceconcept.concept.ConceptCommand.SetImportance;
import io.serviceconcept.concept.ConceptEvent.ImportanceSet;
import io.serviceconcept.concept.ConceptRejection.ImportanceForUnknownGroups;
import io.serviceconcept.concept.ConceptRejection.NeedsFormACycle;
import io.serviceconcept.concept.ConceptRejection.NeedsHaveTwoLevels;
import io.serviceconcept.concept.ConceptRejection.PartAbsent;
import io.serviceconcept.concept.ConceptRejection.Stale;
import io.serviceconcept.eventsourcing.Decision;

/** What holds for needs: a tree of two levels, and importance only to groups that exist. */
final class NeedRules {

    private NeedRules() {
    }

    /** Its core need exists. */
    static Optional<ConceptRejection> levels(Need need, Parts parts) {
        String core = need.coreNeed();
        if (core == null) {
            return Optional.empty();
        }
        if (core.equals(need.id())) {
            return Optional.of(new NeedsFormACycle("A need cannot support itself."));
        }
        if (parts.needs().stream().anyMatch(other -> other.id().equals(core) && need.id().equals(other.coreNeed()))) {
            return Optional.of(new NeedsFormACycle("The need that it would support supports it."));
        }
        if (parts.needs().stream().anyMatch(other -> other.id().equals(core) && other.coreNeed() != null)) {
            return Optional.of(new NeedsHaveTwoLevels("A sub-need supports a core need, not another sub-need."));
        }
        if (hasSubNeeds(need.id(), parts)) {
            return Optional.of(new NeedsHaveTwoLevels("A need that has sub-needs is a core need and supports no other."));
        }
        return Optional.empty();
    }

    static boolean hasSubNeeds(String need, Parts parts) {
        return parts.needs().stream().anyMatch(other -> need.equals(other.coreNeed()));
    }

    /** The groups that the concept does not have. */
    static List<Part.Reference> unknownGroups(List<Need.Importance> importance, Parts parts) {
        List<Part.Reference> unknown = new ArrayList<>();
        for (int i = 0; i < importance.size(); i++) {
            String group = importance.get(i).group();
            if (!parts.has(PartKind.CUSTOMER_GROUP, group)) {
                unknown.add(new Part.Reference(PartKind.CUSTOMER_GROUP, group, "/importance/" + i + "/group"));
            }
        }
        return unknown;
    }

    static Decision<ConceptEvent, ConceptRejection> setImportance(SetImportance command, Draft draft) {
        if (!draft.parts().has(PartKind.NEED, command.need())) {
            return Decision.rejected(new PartAbsent(PartKind.NEED, command.need()));
        }
        Versioned<List<Need.Importance>> present = draft.importanceOf(command.need());
        if (command.seen() != present.version()) {
            return Decision.rejected(new Stale(present.version()));
        }
        List<Part.Reference> unknown = unknownGroups(command.importance(), draft.parts());
        if (!unknown.isEmpty()) {
            return Decision.rejected(new ImportanceForUnknownGroups(unknown));
        }
        return command.importance().equals(present.value()) ? Decision.accepted()
                : Decision.accepted(new ImportanceSet(command.need(), command.importance()));
    }
}
