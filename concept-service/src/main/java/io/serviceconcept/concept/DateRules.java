package io.serviceconcept.concept;

import java.time.LocalDate;
import java.util.Optional;

import io.serviceconcept.concept.ConceptRejection.DatesOutOfOrder;
import io.serviceconcept.concept.Objective.Target;

/** What holds for the dates of a part: nothing ends before it begins. */
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
}
