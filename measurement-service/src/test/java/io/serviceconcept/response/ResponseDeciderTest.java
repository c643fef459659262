package io.serviceconcept.response;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.serviceconcept.eventsourcing.Personal;
import io.serviceconcept.eventsourcing.SubjectId;
import io.serviceconcept.eventsourcing.testing.DeciderSpec;
import io.serviceconcept.response.ResponseCommand.Correct;
import io.serviceconcept.response.ResponseCommand.Retract;
import io.serviceconcept.response.ResponseEvent.Answer;
import io.serviceconcept.response.ResponseEvent.Circumstances;
import io.serviceconcept.response.ResponseEvent.OpenText;
import io.serviceconcept.response.ResponseEvent.ResponseCorrected;
import io.serviceconcept.response.ResponseEvent.ResponseReceived;
import io.serviceconcept.response.ResponseEvent.ResponseRetracted;

class ResponseDeciderTest {

    private static final Circumstances NOWHERE = new Circumstances(null, null, null, null, null, null, null);
    private static final SubjectId SOMEBODY = SubjectId.random();
    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LATER = FIRST.plusSeconds(60);
    private static final ResponseReceived EIGHT = received(8, FIRST, null);

    private static ResponseReceived received(int mark, Instant at, @Nullable Personal text) {
        return new ResponseReceived("s", 1, FIRST, List.of(Answer.ofMark("mark", BigDecimal.valueOf(mark))), NOWHERE, null,
                text == null ? List.of() : List.of(new OpenText("why", text)), at);
    }

    private static ResponseCorrected corrected(int mark) {
        return new ResponseCorrected("s", 1, FIRST, List.of(Answer.ofMark("mark", BigDecimal.valueOf(mark))), NOWHERE, null,
                List.of(), FIRST, LATER);
    }

    private static DeciderSpec<ResponseCommand, ResponseState, ResponseEvent, ResponseRejection> spec() {
        return DeciderSpec.of(new ResponseDecider());
    }

    @Test
    void aResponseIsCorrected() {
        spec().given(EIGHT).when(new Correct(received(9, LATER, null))).then(corrected(9));
    }

    @Test
    void aCorrectionToTheSameChangesNothing() {
        spec().given(EIGHT).when(new Correct(received(8, LATER, null))).thenNothing();
        spec().given(EIGHT, corrected(9)).when(new Correct(received(9, LATER, null))).thenNothing();
    }

    @Test
    void whatWasErasedIsNotHeldAgainstTheSameAgain() {
        spec().given(received(8, FIRST, Personal.erased(SOMEBODY)))
X
    }

    @Test
    void anotherVersionIsACorrection() {
        ResponseReceived second = new ResponseReceived("s", 2, FIRST, EIGHT.answers(), NOWHERE, null, List.of(), LATER);

        spec().given(EIGHT).when(new Correct(second))
                .then(new ResponseCorrected("s", 2, FIRST, EIGHT.answers(), NOWHERE, null, List.of(), FIRST, LATER));
    }

    @Test
    void aResponseIsRetractedOnce() {
        spec().given(EIGHT).when(new Retract(LATER)).then(new ResponseRetracted("s", LATER));
        spec().given(EIGHT, new ResponseRetracted("s", LATER)).when(new Retract(LATER))
                .thenRejected(new ResponseRejection.Absent());
    }

    @Test
    void whatWasRetractedCanComeAgain() {
        spec().given(EIGHT, new ResponseRetracted("s", LATER), received(7, LATER, null)).when(new Retract(LATER))
                .then(new ResponseRetracted("s", LATER));
    }

    @Test
    void whatNeverCameIsNotCorrected() {
        spec().when(new Correct(EIGHT)).thenRejected(new ResponseRejection.Absent());
    }
}
