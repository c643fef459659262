package io.serviceconcept.journey.measured;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.journey.JourneyEvent;
import io.serviceconcept.journey.JourneyEvent.Created;
import io.serviceconcept.journey.JourneyEvent.OutlineChanged;
import io.serviceconcept.journey.JourneyEvent.PhaseAdded;
import io.serviceconcept.journey.JourneyEvent.PhaseMoved;
import io.serviceconcept.journey.JourneyEvent.PhaseRemoved;
import io.serviceconcept.journey.JourneyEvent.PhaseRenamed;
import io.serviceconcept.journey.JourneyEvent.Published;
import io.serviceconcept.journey.JourneyEvent.TouchpointAdded;
import io.serviceconcept.journey.JourneyEvent.TouchpointChanged;
import io.serviceconcept.journey.JourneyEvent.TouchpointMoved;
import io.serviceconcept.journey.JourneyEvent.TouchpointRemoved;
import io.serviceconcept.journey.PhaseId;
import io.serviceconcept.journey.TouchpointContent;
import io.serviceconcept.journey.TouchpointId;

/** The touchpoints of one journey in the order in which the customer meets them, folded from its events. */
final class ExpectedCurve {

    private @Nullable UUID concept;
    private final List<PhaseId> phases = new ArrayList<>();
    private final Map<PhaseId, List<TouchpointId>> order = new HashMap<>();
    private final Map<TouchpointId, TouchpointContent> contents = new HashMap<>();

    /** A point of the curve. */
    record Point(PhaseId phase, TouchpointId touchpoint, TouchpointContent content) {
    }

    ExpectedCurve(List<JourneyEvent> events) {
        events.forEach(this::apply);
    }

    UUID concept() {
        return Objects.requireNonNull(concept, "a journey begins with its creation");
    }

    List<Point> points() {
        List<Point> points = new ArrayList<>();
        for (PhaseId phase : phases) {
            for (TouchpointId touchpoint : touchpoints(phase)) {
                points.add(new Point(phase, touchpoint, Objects.requireNonNull(contents.get(touchpoint))));
            }
        }
        return points;
    }

    private void apply(JourneyEvent event) {
        switch (event) {
            case Created created -> concept = created.outline().concept();
            case PhaseAdded added -> phases.add(added.position() - 1, added.phase());
            case PhaseMoved moved -> {
                phases.remove(moved.phase());
                phases.add(moved.position() - 1, moved.phase());
            }
            case PhaseRemoved removed -> phases.remove(removed.phase());
            case TouchpointAdded added -> {
                contents.put(added.touchpoint(), added.content());
                touchpoints(added.phase()).add(added.position() - 1, added.touchpoint());
            }
            case TouchpointChanged changed -> contents.put(changed.touchpoint(), changed.content());
            case TouchpointMoved moved -> {
                order.values().forEach(touchpoints -> touchpoints.remove(moved.touchpoint()));
                touchpoints(moved.phase()).add(moved.position() - 1, moved.touchpoint());
            }
            case TouchpointRemoved removed -> {
                order.values().forEach(touchpoints -> touchpoints.remove(removed.touchpoint()));
                contents.remove(removed.touchpoint());
            }
            case OutlineChanged changed -> {
                // the curve says nothing of the outline, and the concept stays
            }
            case PhaseRenamed renamed -> {
                // the curve names touchpoints only
            }
            case Published published -> {
                // the curve is the journey as it is now
            }
        }
    }

    private List<TouchpointId> touchpoints(PhaseId phase) {
        return order.computeIfAbsent(phase, key -> new ArrayList<>());
    }
}
