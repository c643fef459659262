package io.serviceconcept.evaluation;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.concept.ConceptEvent.EditionAdopted;
import io.serviceconcept.concept.EditionContent;
import io.serviceconcept.concept.EditionEvents;
import io.serviceconcept.concept.Objective;
import io.serviceconcept.concept.Objective.ObjectiveWindow;
import io.serviceconcept.concept.ServiceLevel;
import io.serviceconcept.evaluation.measurements.OverdueMeasurement;
import io.serviceconcept.evaluation.measurements.TargetVerdict;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.time.Calendars;

/** Which objectives and service levels of the edition in force wait for a figure. */
@ApplicationScoped
public class MissingFigures {

    private final EditionEvents editions;
    private final Caller caller;
    private final Calendars calendars;

    MissingFigures(EditionEvents editions, Caller caller,
            Calendars calendars) {
        this.editions = editions;
        this.caller = caller;
        this.calendars = calendars;
    }

    /**
     * @param target the id of an objective or a service level
     * @param owners whose it is: of a service level, which names nobody, the owners of the objectives with its indicator;
     *        nobody's when there are none
     * @param expectedBy the day by which its measurement plan expected the figure, or else the last day of the period
     */
    public record MissingFigure(String target, String name, Set<String> owners, LocalDate expectedBy) {
        public MissingFigure {
            owners = Set.copyOf(owners);
        }
    }

    /** What a figure is expected of. */
    private record Awaited(String id, String name, ObjectiveWindow window, Set<String> owners) {

        static Stream<Awaited> of(EditionContent content) {
            return Stream.concat(content.objectives().stream().map(Awaited::of),
                    content.serviceLevels().stream().map(level -> of(level, content.objectives())));
        }

        private static Awaited of(Objective objective) {
            return new Awaited(objective.id(), objective.name(), Objects.requireNonNull(objective.window()),
                    Set.of(objective.owner()));
        }

        private static Awaited of(ServiceLevel level, List<Objective> objectives) {
            return new Awaited(level.id(), level.name(), Objects.requireNonNull(level.window()),
                    objectives.stream().filter(objective -> Objects.equals(objective.indicator(), level.indicator()))
                            .map(Objective::owner).collect(Collectors.toUnmodifiableSet()));
        }
    }

    /** None when no edition of the concept is in force. */
    public List<MissingFigure> of(String concept) {
        String organisation = caller.organisation();
        LocalDate today = calendars.of(organisation).dayOf(caller.now());
        return EditionInForce.on(today, editions.of(organisation, concept)).map(EditionInForce::edition)
                .map(edition -> missing(edition, TargetVerdict.withFigure(organisation, concept),
                        OverdueMeasurement.ofConcept(organisation, concept), today))
                .orElse(List.of());
    }

    /**
     * A figure is expected for the last period that is over and lay in the time of the edition; before there is one, for the
     * period that is running. What was found overdue is expected until it comes, whatever came of later periods.
     *
     * @param judged the verdicts on all periods in which there was something to judge
     */
    static List<MissingFigure> missing(EditionAdopted edition, List<TargetVerdict> judged, List<OverdueMeasurement> overdue,
            LocalDate today) {
        Set<PeriodOfTarget> came = judged.stream()
                .map(verdict -> new PeriodOfTarget(verdict.objective, verdict.periodTo)).collect(Collectors.toSet());
        return Awaited.of(edition.content())
                .flatMap(target -> expected(target, edition.inForceFrom(), overdue, today).entrySet().stream()
                        .filter(period -> !came.contains(new PeriodOfTarget(target.id(), period.getKey())))
                        .map(period -> new MissingFigure(target.id(), target.name(), target.owners(), period.getValue())))
                .toList();
    }

    private record PeriodOfTarget(String target, LocalDate periodTo) {
    }

    /** The day by which a figure is expected, by the last day of its period. */
    private static SortedMap<LocalDate, LocalDate> expected(Awaited target, LocalDate inForceFrom,
            List<OverdueMeasurement> overdue, LocalDate today) {
        SortedMap<LocalDate, LocalDate> expected = new TreeMap<>();
        LocalDate last = expectedBy(target.window(), inForceFrom, today);
        expected.put(last, last);
        String window = target.window().name();
        overdue.stream().filter(found -> found.objective.equals(target.id()) && found.periodKind.equals(window))
                .forEach(found -> expected.put(found.periodTo, found.due));
        return expected;
    }

    private static LocalDate expectedBy(ObjectiveWindow window, LocalDate inForceFrom, LocalDate today) {
        LocalDate running = firstDay(window, today);
        LocalDate over = firstDay(window, running.minusDays(1));
        return over.isBefore(inForceFrom) ? lastDay(window, running) : running.minusDays(1);
    }

    private static LocalDate firstDay(ObjectiveWindow window, LocalDate day) {
        return switch (window) {
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> LocalDate.of(day.getYear(), day.getMonth().firstMonthOfQuarter(), 1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    private static LocalDate lastDay(ObjectiveWindow window, LocalDate firstDay) {
        int months = switch (window) {
            case MONTH -> 1;
            case QUARTER -> 3;
            case YEAR -> 12;
        };
        return firstDay.plusMonths(months).minusDays(1);
    }
}
