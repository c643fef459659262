package io.serviceconcept.journey.measured;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.serviceconcept.journey.JourneyEvent.Created;
import io.serviceconcept.journey.JourneyEvent.PhaseAdded;
import io.serviceconcept.journey.JourneyEvent.PhaseMoved;
import io.serviceconcept.journey.JourneyEvent.PhaseRemoved;
import io.serviceconcept.journey.JourneyEvent.PhaseRenamed;
import io.serviceconcept.journey.JourneyEvent.TouchpointAdded;
import io.serviceconcept.journey.JourneyEvent.TouchpointChanged;
import io.serviceconcept.journey.JourneyEvent.TouchpointMoved;
import io.serviceconcept.journey.JourneyEvent.TouchpointRemoved;
import io.serviceconcept.journey.JourneyKind;
import io.serviceconcept.journey.JourneyOutline;
import io.serviceconcept.journey.PhaseId;
import io.serviceconcept.journey.TouchpointContent;
import io.serviceconcept.journey.TouchpointId;
import io.serviceconcept.journey.measured.ExpectedCurve.Point;

class ExpectedCurveTest {

    private final UUID concept = UUID.randomUUID();
    private final PhaseId orient = new PhaseId(UUID.randomUUID());
    private final PhaseId talk = new PhaseId(UUID.randomUUID());
    private final PhaseId decide = new PhaseId(UUID.randomUUID());
    private final TouchpointId read = new TouchpointId(UUID.randomUUID());
    private final TouchpointId call = new TouchpointId(UUID.randomUUID());
    private final TouchpointId visit = new TouchpointId(UUID.randomUUID());
    private final TouchpointId letter = new TouchpointId(UUID.randomUUID());

    private static TouchpointContent feeling(int expected) {
        return new TouchpointContent("At expected " + expected, UUID.randomUUID(), List.of(), null, expected, List.of(), false);
    }

    @Test
    void theCurveFollowsTheOrderInWhichTheCustomerMeetsTheTouchpoints() {
        ExpectedCurve curve = new ExpectedCurve(List.of(
                new Created(new JourneyOutline(concept, "Income support", JourneyKind.AS_IS, null, List.of(UUID.randomUUID()))),
                new PhaseAdded(talk, "Talk", 1), new PhaseAdded(orient, "Orient", 1), new PhaseAdded(decide, "Decide", 3),
                new TouchpointAdded(call, talk, 1, feeling(1)), new TouchpointAdded(visit, talk, 1, feeling(0)),
                new TouchpointAdded(read, orient, 1, feeling(-1)), new TouchpointAdded(letter, orient, 2, feeling(2)),
                new TouchpointMoved(visit, talk, 2), new TouchpointMoved(letter, talk, 1), new PhaseRenamed(talk, "In talk"),
                new TouchpointChanged(call, feeling(-2)), new TouchpointRemoved(visit), new PhaseRemoved(decide),
                new PhaseMoved(talk, 1)));

        assertThat(curve.concept()).isEqualTo(concept);
        assertThat(curve.points()).extracting(Point::touchpoint).containsExactly(letter, call, read);
        assertThat(curve.points()).extracting(Point::phase).containsExactly(talk, talk, orient);
        assertThat(curve.points()).extracting(point -> point.content().expectedFeeling()).containsExactly(2, -2, -1);
    }
}
