package io.serviceconcept.concept;

import java.time.LocalDate;
import java.util.List;

import io.serviceconcept.concept.ConceptCommand.Adopt;
import io.serviceconcept.concept.ConceptEvent.EditionAdopted;
import io.serviceconcept.concept.ConceptRejection.DueBeforeInForce;
import io.serviceconcept.concept.ConceptRejection.DuePart;
import io.serviceconcept.concept.ConceptRejection.InForceBeforeFormer;
import io.serviceconcept.concept.EditionContent.NeedImportance;
import io.serviceconcept.eventsourcing.Decision;

/**
 * What holds for editions: each takes force no earlier than the one before it and no later than what it is to reach is due,
 * and carries all that the draft held.
 */
final class EditionRules {

    private EditionRules() {
    }

    static Decision<ConceptEvent, ConceptRejection> adopt(Adopt command, Draft draft) {
        List<LocalDate> editions = draft.editions();
        if (!editions.isEmpty() && command.inForceFrom().isBefore(editions.getLast())) {
            return Decision.rejected(new InForceBeforeFormer(editions.getLast()));
        }
        List<DuePart> due = DateRules.dueBefore(command.inForceFrom(), draft.parts());
        if (!due.isEmpty()) {
            return Decision.rejected(new DueBeforeInForce(due));
        }
        return Decision.accepted(new EditionAdopted(draft.identity().name(), draft.nextEdition(), command.inForceFrom(),
                command.now(), content(draft), command.reason()));
    }

    /** Everything a draft holds, as an edition would. */
    static EditionContent content(Draft draft) {
        Parts parts = draft.parts();
        List<NeedImportance> importance = draft.importance().entrySet().stream()
                .map(entry -> new NeedImportance(entry.getKey(), entry.getValue().value())).toList();
        return new EditionContent(draft.direction().value(), parts.layers(), parts.groups(), parts.channels(), parts.needs(),
                importance, draft.assessments().fits(), parts.objectives(), parts.services(), parts.offers(),
                parts.serviceLevels(), parts.channelShifts(), parts.handOvers(), parts.assumptions(), parts.stakeholders(),
                parts.researchActivities(), parts.insights());
    }
}
