package io.serviceconcept.evaluation;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.concept.ConceptEvent;
import io.serviceconcept.concept.ConceptEvent.EditionAdopted;
import io.serviceconcept.concept.EditionContent;
import io.serviceconcept.concept.EditionEvents;
import io.serviceconcept.concept.Objective;
import io.serviceconcept.concept.ServiceLevel;
import io.serviceconcept.evaluation.journeys.JourneyTouchpoint;
import io.serviceconcept.evaluation.measurements.Anchors;
import io.serviceconcept.evaluation.measurements.FormerVerdicts;
import io.serviceconcept.evaluation.measurements.KnownIndicator;
import io.serviceconcept.evaluation.measurements.MeasuredResult;
import io.serviceconcept.evaluation.measurements.TargetVerdict;
import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.eventsourcing.http.ProblemException;
import io.serviceconcept.eventsourcing.time.Calendars;

/** How editions in force do. */
@ApplicationScoped
class Evaluations {

    private final EditionEvents editions;
    private final Calendars calendars;

    Evaluations(EditionEvents editions, Calendars calendars) {
        this.editions = editions;
        this.calendars = calendars;
    }

    /**
     * How the edition of a concept that is in force at a moment does, by what is known now.
     *
     * @throws ProblemException 404 when the organisation has no such concept, or no edition of it is in force
     */
    Standing of(String organisation, String concept, Instant now) {
        List<ConceptEvent> events = editions.of(organisation, concept);
        if (events.isEmpty()) {
            throw Problem.notFound().exception();
        }
        EditionInForce inForce = EditionInForce.on(calendars.of(organisation).dayOf(now), events)
                .orElseThrow(() -> Problem.of(404, "no-edition-in-force", "No edition in force",
                        "No edition of this concept is in force yet.").exception());
        return standing(organisation, concept, inForce, events);
    }

    private static Standing standing(String organisation, String concept, EditionInForce inForce,
            List<ConceptEvent> events) {
        EditionAdopted edition = inForce.edition();
        EditionContent content = edition.content();
        List<String> indicators = Stream.concat(content.objectives().stream().map(Objective::indicator),
                content.serviceLevels().stream().map(ServiceLevel::indicator)).filter(Objects::nonNull).distinct().toList();
        List<TargetVerdict> latest = TargetVerdict.latest(organisation, concept, edition.edition());
        TargetStandings targets = new TargetStandings(KnownIndicator.among(organisation, indicators), latest,
                latest.stream().allMatch(TargetVerdict::isJudged) ? latest
                        : TargetVerdict.latestJudged(organisation, concept, edition.edition()),
                FormerVerdicts.before(edition.edition(), organisation, concept, events));
        Optional<KnownIndicator> satisfaction = KnownIndicator.satisfactionOf(organisation, concept);
        ChannelStandings channels = new ChannelStandings(satisfaction.flatMap(Anchors::of),
                satisfaction.map(known -> MeasuredResult.latestMonthPerChannel(organisation, known.indicator))
                        .orElse(List.of()),
                JourneyTouchpoint.ofConcept(organisation, concept));
        return new Standing(concept, edition.name(), edition.edition(), edition.inForceFrom(), targets.objectives(edition),
                targets.serviceLevels(edition), channels.of(inForce));
    }
}
