package io.serviceconcept.evaluation;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.serviceconcept.concept.ConceptEvent.EditionAdopted;
import io.serviceconcept.concept.EditionEvents;
import io.serviceconcept.concept.Objective;
import io.serviceconcept.concept.Objective.ObjectiveWindow;
import io.serviceconcept.evaluation.measurements.OverdueMeasurement;
import io.serviceconcept.evaluation.measurements.TargetVerdict;
import io.serviceconcept.eventsourcing.http.Caller;

/** Which objectives of the edition in force wait for a figure. */
@ApplicationScoped
public class MissingFigures {

    private final EditionEvents editions;
    private final Caller caller;
    private final ZoneId zone;

    MissingFigures(EditionEvents editions, Caller caller,
            @ConfigProperty(name = "organisation.time-zone", defaultValue = "Europe/Amsterdam") ZoneId zone) {
        this.editions = editions;
        this.caller = caller;
        this.zone = zone;
    }

    /**
     * @param objective its id
     * @param expectedBy the day by which its measurement plan expected the figure, or else the last day of the period
     */
    public record MissingFigure(String objective, String name, String owner, LocalDate expectedBy) {
    }

    /** None when no edition of the concept is in force. */
    public List<MissingFigure> of(String concept) {
        String organisation = caller.organisation();
        LocalDate today = LocalDate.ofInstant(caller.now(), zone);
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
        Set<PeriodOfObjective> came = judged.stream()
                .map(verdict -> new PeriodOfObjective(verdict.objective, verdict.periodTo)).collect(Collectors.toSet());
        return edition.content().objectives().stream()
                .flatMap(objective -> expected(objective, edition.inForceFrom(), overdue, today).entrySet().stream()
                        .filter(period -> !came.contains(new PeriodOfObjective(objective.id(), period.getKey())))
                        .map(period -> new MissingFigure(objective.id(), objective.name(), objective.owner(),
                                period.getValue())))
                .toList();
    }

    private record PeriodOfObjective(String objective, LocalDate periodTo) {
    }

    /** The day by which a figure is expected, by the last day of its period. */
    private static SortedMap<LocalDate, LocalDate> expected(Objective objective, LocalDate inForceFrom,
            List<OverdueMeasurement> overdue, LocalDate today) {
        SortedMap<LocalDate, LocalDate> expected = new TreeMap<>();
        LocalDate last = expectedBy(objective, inForceFrom, today);
        expected.put(last, last);
        String window = Objects.requireNonNull(objective.window()).name();
        overdue.stream().filter(found -> found.objective.equals(objective.id()) && found.periodKind.equals(window))
                .forEach(found -> expected.put(found.periodTo, found.due));
        return expected;
    }

    private static LocalDate expectedBy(Objective objective, LocalDate inForceFrom, LocalDate today) {
        ObjectiveWindow window = Objects.requireNonNull(objective.window());
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
