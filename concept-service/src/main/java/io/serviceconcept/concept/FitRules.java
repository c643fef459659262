package io.serviceconcept.concept;

import java.util.ArrayList;
import java.util.List;

import io.serviceconcept.concept.Assessments.Assessment;
import io.serviceconcept.concept.ConceptCommand.AssessFit;
import io.serviceconcept.concept.ConceptCommand.AssessFits;
import io.serviceconcept.concept.ConceptEvent.FitAssessed;
import io.serviceconcept.concept.ConceptRejection.ChannelRetired;
import io.serviceconcept.concept.ConceptRejection.PartAbsent;
import io.serviceconcept.concept.ConceptRejection.TooManyFits;
import io.serviceconcept.concept.ConceptRejection.UnknownReferences;
import io.serviceconcept.eventsourcing.Decision;

/** What holds for assessed fits: both sides of the cell exist and customers can still meet the channel. */
final class FitRules {

    private FitRules() {
    }

    static Decision<ConceptEvent, ConceptRejection> assess(AssessFit command, Draft draft) {
        if (!draft.parts().has(PartKind.NEED, command.need())) {
            return Decision.rejected(new PartAbsent(PartKind.NEED, command.need()));
        }
        Versioned<Part> present = draft.parts().find(PartKind.CHANNEL, command.channel()).orElse(null);
        if (present == null || !(present.value() instanceof Channel channel)) {
            return Decision.rejected(new PartAbsent(PartKind.CHANNEL, command.channel()));
        }
        if (channel.status() == ChannelStatus.RETIRED) {
            return Decision.rejected(new ChannelRetired(channel.id()));
        }
        Assessment asked = new Assessment(command.fit(), command.rationale());
        if (draft.assessments().count() >= Assessments.MOST) {
            return Decision.rejected(new TooManyFits(Assessments.MOST));
        }
        boolean same = draft.assessments().find(command.need(), command.channel(), command.assessor())
                .filter(given -> given.value().equals(asked)).isPresent();
        return same ? Decision.accepted()
                : Decision.accepted(new FitAssessed(command.need(), command.channel(), command.assessor(), command.fit(),
                        command.rationale()));
    }

    /** A fit that the assessor gave before, with whatever rationale, stays as it is. */
    static Decision<ConceptEvent, ConceptRejection> assess(AssessFits command, Draft draft) {
        List<Part.Reference> unknown = new ArrayList<>();
        List<ConceptEvent> assessed = new ArrayList<>();
        for (int i = 0; i < command.cells().size(); i++) {
            AssessFits.Cell cell = command.cells().get(i);
            Versioned<Part> present = draft.parts().find(PartKind.CHANNEL, cell.channel()).orElse(null);
            if (present == null) {
                unknown.add(new Part.Reference(PartKind.CHANNEL, cell.channel(), "/cells/" + i + "/channel"));
            } else if (present.value() instanceof Channel channel && channel.status() == ChannelStatus.RETIRED) {
                return Decision.rejected(new ChannelRetired(channel.id()));
            }
            if (!draft.parts().has(PartKind.NEED, cell.need())) {
                unknown.add(new Part.Reference(PartKind.NEED, cell.need(), "/cells/" + i + "/need"));
            }
            boolean same = draft.assessments().find(cell.need(), cell.channel(), command.assessor())
                    .filter(given -> given.value().fit() == cell.fit()).isPresent();
            if (!same) {
                assessed.add(new FitAssessed(cell.need(), cell.channel(), command.assessor(), cell.fit(), null));
            }
        }
        if (draft.assessments().count() + assessed.size() > Assessments.MOST) {
            return Decision.rejected(new TooManyFits(Assessments.MOST));
        }
        return unknown.isEmpty() ? Decision.accepted(assessed) : Decision.rejected(new UnknownReferences(unknown));
    }
}
