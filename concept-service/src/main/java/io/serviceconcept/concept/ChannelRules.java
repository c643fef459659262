package io.serviceconcept.concept;

import io.serviceconcept.concept.ConceptCommand.ChangeStatus;
import io.serviceconcept.concept.ConceptEvent.ChannelStatusChanged;
import io.serviceconcept.concept.ConceptEvent.GateOverride;
import io.serviceconcept.concept.ConceptEvent.OverriddenRequirement;
import io.serviceconcept.concept.ConceptRejection.ChannelNotReady;
import io.serviceconcept.concept.ConceptRejection.PartAbsent;
import io.serviceconcept.concept.ConceptRejection.Stale;
import io.serviceconcept.concept.ConceptRejection.StatusNotNext;
import io.serviceconcept.eventsourcing.Decision;

/** What holds for the status of a channel. */
final class ChannelRules {

    private ChannelRules() {
    }

    static Decision<ConceptEvent, ConceptRejection> changeStatus(ChangeStatus command, Draft draft) {
        Versioned<Channel> present = draft.channel(command.channel()).orElse(null);
        if (present == null) {
            return Decision.rejected(new PartAbsent(PartKind.CHANNEL, command.channel()));
        }
        Channel channel = present.value();
        if (command.seen() != present.version()) {
            return Decision.rejected(new Stale(present.version()));
        }
        if (channel.status() == command.status()) {
            return Decision.accepted();
        }
        if (!channel.status().next().contains(command.status())) {
            return Decision.rejected(new StatusNotNext(channel.status(), command.status()));
        }
        return command.status() == ChannelStatus.ACTIVE && !command.blocking().isEmpty() ? open(command)
                : Decision.accepted(new ChannelStatusChanged(command.channel(), command.status(), command.reason()));
    }

    /** What is not ready opens only when somebody says why all the same. */
    private static Decision<ConceptEvent, ConceptRejection> open(ChangeStatus command) {
        String why = command.override();
        if (why == null) {
            return Decision.rejected(new ChannelNotReady(command.blocking()));
        }
        GateOverride override = new GateOverride(why, command.blocking().stream()
                .map(open -> new OverriddenRequirement(open.id(), open.name())).toList());
        return Decision.accepted(
                new ChannelStatusChanged(command.channel(), command.status(), command.reason(), override));
    }
}
