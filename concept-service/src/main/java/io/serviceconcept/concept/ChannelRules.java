package io.serviceconcept.concept;

import io.serviceconcept.concept.ConceptCommand.ChangeStatus;
import io.serviceconcept.concept.ConceptEvent.ChannelStatusChanged;
import io.serviceconcept.concept.ConceptRejection.PartAbsent;
import io.serviceconcept.concept.ConceptRejection.Stale;
import io.serviceconcept.concept.ConceptRejection.StatusNotNext;
import io.serviceconcept.eventsourcing.Decision;

/** What holds for the status of a channel. */
final class ChannelRules {

    private ChannelRules() {
    }

    static Decision<ConceptEvent, ConceptRejection> changeStatus(ChangeStatus command, Draft draft) {
        Versioned<Part> present = draft.parts().find(PartKind.CHANNEL, command.channel()).orElse(null);
        if (present == null || !(present.value() instanceof Channel channel)) {
            return Decision.rejected(new PartAbsent(PartKind.CHANNEL, command.channel()));
        }
        if (command.seen() != present.version()) {
            return Decision.rejected(new Stale(present.version()));
        }
        if (channel.status() == command.status()) {
            return Decision.accepted();
        }
        return channel.status().next().contains(command.status())
                ? Decision.accepted(new ChannelStatusChanged(command.channel(), command.status(), command.reason()))
                : Decision.rejected(new StatusNotNext(channel.status(), command.status()));
    }
}
