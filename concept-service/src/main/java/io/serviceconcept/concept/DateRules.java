package io.serviceconcept.concept;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.serviceconcept.concept.ConceptRejection.DatesOutOfOrder;
import io.serviceconcept.concept.ConceptRejection.DuePart;
import io.serviceconcept.concept.Objective.Target;

/** What holds for dates: no part ends before it begins, and none is due before the edition that holds it is in force. */
final class DateRules {

    private DateRules() {
    }

    static Optional<ConceptRejection> order(ChannelShift shift) {
        LocalDate start = shift.startDate();
        return start != null && shift.dueDate().isBefore(start)
                ? Optional.of(new DatesOutOfOrder("/dueDate", "lies before the start, " + start))
                : Optional.empty();
    }

    static Optional<ConceptRejection> order(Objective objective) {
        LocalDate due = objective.dueDate();
        Target target = objective.target();
        Integer baseline = target == null ? null : target.baselineYear();
        return due != null && baseline != null && baseline > due.getYear()
                ? Optional.of(new DatesOutOfOrder("/dueDate", "lies before the baseline year, " + baseline))
                : Optional.empty();
    }

    static Optional<ConceptRejection> order(ResearchActivity activity) {
        LocalDate end = activity.endDate();
        return end != null && end.isBefore(activity.startDate())
                ? Optional.of(new DatesOutOfOrder("/endDate", "lies before the start, " + activity.startDate()))
                : Optional.empty();
    }

    /** The objectives and channel shifts that were due before that day: nobody could be held to them. */
    static List<DuePart> dueBefore(LocalDate inForceFrom, Parts parts) {
        Stream<Optional<DuePart>> due = Stream.concat(
                parts.objectives().stream().map(objective -> Optional.ofNullable(objective.dueDate())
                        .map(date -> new DuePart(PartKind.OBJECTIVE, objective.id(), objective.name(), date))),
                parts.channelShifts().stream().map(shift -> Optional
                        .of(new DuePart(PartKind.CHANNEL_SHIFT, shift.id(), parts.label(shift), shift.dueDate()))));
        return due.flatMap(Optional::stream).filter(part -> part.dueDate().isBefore(inForceFrom)).toList();
    }
}
