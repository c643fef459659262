package io.serviceconcept.evaluation;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.serviceconcept.concept.AskedMoment;
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
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.eventsourcing.time.Calendars;
import io.smallrye.common.annotation.RunOnVirtualThread;

@Path("/v1/concepts/{concept}/evaluation")
@Tag(name = "Evaluation")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class EvaluationResource {

    private final EditionEvents editions;
    private final Caller caller;
    private final AskedMoment moment;
    private final Calendars calendars;

    EvaluationResource(EditionEvents editions, Caller caller, AskedMoment moment,
            Calendars calendars) {
        this.editions = editions;
        this.caller = caller;
        this.moment = moment;
        this.calendars = calendars;
    }

    @GET
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "getEvaluation", summary = "How the edition in force does: the verdict on each objective and service level, and each channel as measured beside as assessed", description = "As it is now: asOf is refused.")
    public Standing get(@PathParam("concept") String concept) {
        moment.onlyNow();
        List<ConceptEvent> events = editions.of(caller.organisation(), concept);
        if (events.isEmpty()) {
            throw Problem.notFound().exception();
        }
        LocalDate today = calendars.of(caller.organisation()).dayOf(caller.now());
        EditionInForce inForce = EditionInForce.on(today, events)
                .orElseThrow(() -> Problem.of(404, "no-edition-in-force", "No edition in force",
                        "No edition of this concept is in force yet.").exception());
        return standing(concept, inForce, events);
    }

    private Standing standing(String concept, EditionInForce inForce, List<ConceptEvent> events) {
        String organisation = caller.organisation();
        EditionAdopted edition = inForce.edition();
        EditionContent content = edition.content();
        List<String> indicators = Stream.concat(content.objectives().stream().map(Objective::indicator),
                content.serviceLevels().stream().map(ServiceLevel::indicator)).filter(Objects::nonNull).distinct().toList();
        TargetStandings targets = new TargetStandings(KnownIndicator.among(organisation, indicators),
                TargetVerdict.latest(organisation, concept, edition.edition()),
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
