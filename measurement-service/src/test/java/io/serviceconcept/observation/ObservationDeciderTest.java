package io.serviceconcept.observation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import io.serviceconcept.eventsourcing.testing.DeciderSpec;
import io.serviceconcept.observation.ObservationCommand.Correct;
import io.serviceconcept.observation.ObservationCommand.Retract;
import io.serviceconcept.observation.ObservationEvent.Corrected;
import io.serviceconcept.observation.ObservationEvent.Counted;
import io.serviceconcept.observation.ObservationEvent.Reported;
import io.serviceconcept.observation.ObservationEvent.Retracted;

class ObservationDeciderTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LATER = FIRST.plusSeconds(60);

    private static Counted counted(int value, Instant at) {
        return new Counted("visitors", "doors", DAY, DAY, BigDecimal.valueOf(value), null, null, null, at, null);
    }

    private static Reported reported(int value, Instant at) {
        return new Reported("visitors", "doors", DAY, DAY, BigDecimal.valueOf(value), null, null, null, null, at);
    }

    private static Corrected corrected(int value) {
        return new Corrected(counted(value, FIRST), null, LATER);
    }

    private static DeciderSpec<ObservationCommand, ObservationState, ObservationEvent, ObservationRejection> spec() {
        return DeciderSpec.of(new ObservationDecider());
    }

    @Test
    void anObservationIsCorrectedAndKeepsTheTimeItCame() {
        spec().given(counted(40, FIRST)).when(new Correct(counted(41, LATER))).then(corrected(41));
        spec().given(counted(40, FIRST), corrected(41)).when(new Correct(counted(40, LATER))).then(corrected(40));
    }

    @Test
    void whatWasCountedMayTurnOutToBeReported() {
        spec().given(counted(40, FIRST)).when(new Correct(reported(40, LATER)))
                .then(new Corrected(null, reported(40, FIRST), LATER));
    }

    @Test
    void aCorrectionToTheSameChangesNothing() {
        spec().given(counted(40, FIRST)).when(new Correct(counted(40, LATER))).thenNothing();
        spec().given(counted(40, FIRST), corrected(41)).when(new Correct(counted(41, LATER))).thenNothing();
    }

    @Test
    void anObservationIsRetractedOnceAndCanComeAgain() {
        Retracted retracted = new Retracted("visitors", LATER);
        spec().given(counted(40, FIRST)).when(new Retract(LATER)).then(retracted);
        spec().given(counted(40, FIRST), retracted).when(new Retract(LATER))
                .thenRejected(new ObservationRejection.Absent());
        spec().given(counted(40, FIRST), retracted, counted(41, LATER)).when(new Retract(LATER)).then(retracted);
    }

    @Test
    void whatNeverCameIsNotCorrected() {
        spec().when(new Correct(counted(40, FIRST))).thenRejected(new ObservationRejection.Absent());
    }
}
