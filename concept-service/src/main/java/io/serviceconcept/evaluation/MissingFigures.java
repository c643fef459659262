package io.serviceconcept.evaluation;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.serviceconcept.concept.ConceptEvent;
import io.serviceconcept.concept.ConceptEvent.EditionAdopted;
import io.serviceconcept.concept.ConceptId;
import io.serviceconcept.concept.Objective;
import io.serviceconcept.concept.Objective.ObjectiveWindow;
import io.serviceconcept.evaluation.measurements.TargetVerdict;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.http.Caller;

/** Which objectives of the edition in force wait for a figure. */
@ApplicationScoped
public class MissingFigures {

    private static final Set<String> WITHOUT_FIGURE = Set.of("NO_DATA", "OVERDUE");

    private final EventStore store;
    private final Caller caller;
    private final ZoneId zone;

    MissingFigures(EventStore store, Caller caller,
            @ConfigProperty(name = "organisation.time-zone", defaultValue = "Europe/Amsterdam") ZoneId zone) {
        this.store = store;
        this.caller = caller;
        this.zone = zone;
    }

    /**
     * @param objective its id
     * @param expectedBy the last day of the period whose figure is missing
     */
    public record MissingFigure(String objective, String name, String owner, LocalDate expectedBy) {
    }

    /** None when no edition of the concept is in force. */
    public List<MissingFigure> of(String concept) {
        List<ConceptEvent> events = ConceptId.parse(concept)
                .map(id -> store.read(id.stream(caller.organisation()), 0)).orElse(List.of()).stream()
                .map(recorded -> (ConceptEvent) recorded.event()).toList();
        LocalDate today = LocalDate.ofInstant(caller.now(), zone);
        return EditionInForce.on(today, events).map(EditionInForce::edition)
                .map(edition -> missing(edition, TargetVerdict.latest(caller.organisation(), concept, edition.edition()),
                        today))
                .orElse(List.of());
    }

    /**
     * A figure is expected for the last period that is over and lay in the time of the edition; before there is one, for the
     * period that is running.
     *
     * @param latest the verdicts on the latest period of each objective
     */
    static List<MissingFigure> missing(EditionAdopted edition, List<TargetVerdict> latest, LocalDate today) {
        Map<String, LocalDate> judged = latest.stream().filter(verdict -> !WITHOUT_FIGURE.contains(verdict.verdict))
                .collect(Collectors.toMap(verdict -> verdict.objective, verdict -> verdict.periodTo,
                        (one, other) -> one.isAfter(other) ? one : other));
        return edition.content().objectives().stream()
                .map(objective -> new MissingFigure(objective.id(), objective.name(), objective.owner(),
                        expectedBy(objective, edition.inForceFrom(), today)))
                .filter(figure -> judged.getOrDefault(figure.objective(), LocalDate.MIN).isBefore(figure.expectedBy()))
                .toList();
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
