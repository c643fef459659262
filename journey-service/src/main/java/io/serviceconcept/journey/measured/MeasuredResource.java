package io.serviceconcept.journey.measured;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.concepts.ConceptQueries;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.journey.JourneyEvent;
import io.serviceconcept.journey.JourneyId;
import io.serviceconcept.journey.TouchpointId;
import io.serviceconcept.journey.measured.ExpectedCurve.Point;
import io.serviceconcept.journey.measured.MeasuredQueries.Indicator;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** The feeling curve of a journey: expected beside measured. */
@Path("/v1/journeys/{journeyId}/measured")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Journeys")
@RunOnVirtualThread
class MeasuredResource {

    private final EventStore store;
    private final MeasuredQueries measurements;
    private final ConceptQueries concepts;
    private final Caller caller;

    MeasuredResource(EventStore store, MeasuredQueries measurements, ConceptQueries concepts, Caller caller) {
        this.store = store;
        this.measurements = measurements;
        this.concepts = concepts;
        this.caller = caller;
    }

    /** {@code indicator} is the satisfaction indicator of the concept, absent when it has none. */
    record MeasuredJourney(UUID journey, UUID concept, @Nullable Indicator indicator, List<MeasuredTouchpoint> touchpoints) {
    }

    /**
     * @param expectedFeeling from −2 (bad) to +2 (good), absent when nobody said
     * @param measured the latest month that has a result, absent when there is none
     */
    record MeasuredTouchpoint(UUID phase, UUID touchpoint, String name, UUID channel, boolean channelRetired,
            boolean momentOfTruth, @Nullable Integer expectedFeeling, @Nullable MeasuredSatisfaction measured) {
    }

    @GET
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "getMeasuredJourney", summary = "The expected feeling at each touchpoint beside the measured satisfaction")
    public MeasuredJourney get(@PathParam("journeyId") UUID journeyId) {
        String organisation = caller.organisation();
        List<JourneyEvent> events = store.read(new JourneyId(journeyId).stream(organisation), 0).stream()
                .map(recorded -> (JourneyEvent) recorded.event()).toList();
        if (events.isEmpty()) {
            throw Problem.notFound().exception();
        }
        ExpectedCurve curve = new ExpectedCurve(events);
        Optional<Indicator> indicator = measurements.satisfaction(organisation, curve.concept());
        List<TouchpointId> touchpoints = curve.points().stream().map(Point::touchpoint).toList();
        Map<TouchpointId, MeasuredSatisfaction> results = indicator
                .map(found -> measurements.latest(organisation, found.id(), touchpoints)).orElse(Map.of());
        Set<UUID> retired = concepts.retiredChannels(organisation, curve.concept());
        return new MeasuredJourney(journeyId, curve.concept(), indicator.orElse(null),
                curve.points().stream().map(point -> measured(point, retired, results)).toList());
    }

    private static MeasuredTouchpoint measured(Point point, Set<UUID> retired,
            Map<TouchpointId, MeasuredSatisfaction> results) {
        UUID channel = point.content().channel();
        return new MeasuredTouchpoint(point.phase().value(), point.touchpoint().value(), point.content().name(), channel,
                retired.contains(channel), point.content().momentOfTruth(), point.content().expectedFeeling(),
                results.get(point.touchpoint()));
    }
}
