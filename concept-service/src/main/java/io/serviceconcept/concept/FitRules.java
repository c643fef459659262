package io.serviceconcept.concept;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.serviceconcept.concept.Assessments.Assessment;
import io.serviceconcept.concept.ConceptCommand.AssessFit;
import io.serviceconcept.concept.ConceptCommand.AssessFits;
import io.serviceconcept.concept.ConceptCommand.WithdrawFit;
import io.serviceconcept.concept.ConceptEvent.FitAssessed;
import io.serviceconcept.concept.ConceptEvent.FitWithdrawn;
import io.serviceconcept.concept.ConceptRejection.ChannelRetired;
import io.serviceconcept.concept.ConceptRejection.FitAbsent;
import io.serviceconcept.concept.ConceptRejection.PartAbsent;
import io.serviceconcept.concept.ConceptRejection.Stale;
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
        Optional<Versioned<Assessment>> given = draft.assessments().find(command.need(), command.channel(),
                command.assessor());
        if (given.isEmpty() && draft.assessments().count() >= Assessments.MOST) {
            return Decision.rejected(new TooManyFits(Assessments.MOST));
        }
        return given.filter(before -> before.value().equals(asked)).isPresent() ? Decision.accepted()
                : Decision.accepted(new FitAssessed(command.need(), command.channel(), command.assessor(), command.fit(),
                        command.rationale()));
    }

    /** Also of a channel that is retired: what was given can be taken back. */
    static Decision<ConceptEvent, ConceptRejection> withdraw(WithdrawFit command, Draft draft) {
        Versioned<Assessment> given = draft.assessments().find(command.need(), command.channel(), command.assessor())
                .orElse(null);
        if (given == null) {
            return Decision.rejected(new FitAbsent());
        }
        return command.seen() == given.version()
                ? Decision.accepted(new FitWithdrawn(command.need(), command.channel(), command.assessor()))
                : Decision.rejected(new Stale(given.version()));
    }

    /** A fit that the assessor gave before, with whatever rationale, stays as it is. */
    static Decision<ConceptEvent, ConceptRejection> assess(AssessFits command, Draft draft) {
        List<Part.Reference> unknown = new ArrayList<>();
        List<ConceptEvent> assessed = new ArrayList<>();
        Set<List<String>> added = new HashSet<>();
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
            Optional<Versioned<Assessment>> given = draft.assessments().find(cell.need(), cell.channel(), command.assessor());
            if (given.isEmpty()) {
                added.add(List.of(cell.need(), cell.channel()));
            }
            if (given.filter(before -> before.value().fit() == cell.fit()).isEmpty()) {
                assessed.add(new FitAssessed(cell.need(), cell.channel(), command.assessor(), cell.fit(), null));
            }
        }
        if (!added.isEmpty() && draft.assessments().count() + added.size() > Assessments.MOST) {
            return Decision.rejected(new TooManyFits(Assessments.MOST));
        }
        return unknown.isEmpty() ? Decision.accepted(assessed) : Decision.rejected(new UnknownReferences(unknown));
    }
}
