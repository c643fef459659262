package io.serviceconcept.concept;

import io.serviceconcept.concept.Assessments.Assessment;
import io.serviceconcept.concept.ConceptCommand.AssessFit;
import io.serviceconcept.concept.ConceptEvent.FitAssessed;
import io.serviceconcept.concept.ConceptRejection.ChannelRetired;
import io.serviceconcept.concept.ConceptRejection.PartAbsent;
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
        boolean same = draft.assessments().find(command.need(), command.channel(), command.assessor())
                .filter(given -> given.value().equals(asked)).isPresent();
        return same ? Decision.accepted()
                : Decision.accepted(new FitAssessed(command.need(), command.channel(), command.assessor(), command.fit(),
                        command.rationale()));
    }
}
