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
import io.serviceconcept.response.ResponseCommand.Tell;
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
                text == null ? List.of() : List.of(new OpenText("why", text)), at, null);
    }

    private static ResponseCorrected corrected(int mark) {
        return new ResponseCorrected("s", 1, FIRST, List.of(Answer.ofMark("mark", BigDecimal.valueOf(mark))), NOWHERE, null,
                List.of(), FIRST, LATER, null);
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
                .when(new Correct(received(8, LATER, Personal.of(SOMEBODY, "Clear")))).thenNothing();
    }

    @Test
    void anotherVersionIsACorrection() {
        ResponseReceived second = new ResponseReceived("s", 2, FIRST, EIGHT.answers(), NOWHERE, null, List.of(), LATER, null);

        spec().given(EIGHT).when(new Correct(second))
                .then(new ResponseCorrected("s", 2, FIRST, EIGHT.answers(), NOWHERE, null, List.of(), FIRST, LATER, null));
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

    private static ResponseReceived said(int mark, int at) {
        return received(mark, LATER, null).said(FIRST.plusSeconds(at));
    }

    private static ResponseCorrected heard(int mark, int at) {
        return new ResponseCorrected("s", 1, FIRST, List.of(Answer.ofMark("mark", BigDecimal.valueOf(mark))), NOWHERE, null,
                List.of(), LATER, LATER, FIRST.plusSeconds(at));
    }

    @Test
    void whatAToolSaidLastHolds() {
        spec().when(new Tell(said(8, 1))).then(said(8, 1));
        spec().given(said(8, 1)).when(new Tell(said(3, 2))).then(heard(3, 2));
        spec().given(said(8, 1), heard(3, 2)).when(new Tell(said(8, 3))).then(heard(8, 3));
    }

    @Test
    void whatAToolSaidEarlierComesTooLate() {
        spec().given(said(8, 3)).when(new Tell(said(3, 2))).thenNothing();
        spec().given(said(8, 3)).when(new Tell(said(8, 3))).thenNothing();
        spec().given(said(8, 3)).when(new Tell(said(3, 3))).then(heard(3, 3));
    }

    @Test
    void thatTheSameWasSaidAgainIsKeptForWhatIsStillOnItsWay() {
        spec().given(said(8, 1)).when(new Tell(said(8, 3))).then(heard(8, 3));
        spec().given(said(8, 1), heard(8, 3)).when(new Tell(said(3, 2))).thenNothing();
    }

    @Test
    void aCorrectionByHandIsNewerThanWhatWasSaidBeforeIt() {
        spec().given(said(8, 2)).when(new Correct(received(9, LATER, null))).then(heard(9, 60));
        spec().given(said(8, 2), heard(9, 60)).when(new Tell(said(8, 2))).thenNothing();
        spec().given(said(8, 2), heard(9, 60)).when(new Tell(said(3, 61))).then(heard(3, 61));
    }

    @Test
    void aToolThatTellsNoTimeIsHeardInTheOrderOfArrival() {
        spec().given(EIGHT, corrected(9)).when(new Tell(received(8, LATER, null))).then(corrected(8));
        spec().given(EIGHT).when(new Tell(received(8, LATER, null))).thenNothing();
    }

    @Test
    void whatWasRetractedIsNotBroughtBackByATool() {
        spec().given(said(8, 1), new ResponseRetracted("s", LATER)).when(new Tell(said(8, 2)))
                .thenRejected(new ResponseRejection.Retracted());
    }

    @Test
    void whatNeverCameIsNotCorrected() {
        spec().when(new Correct(EIGHT)).thenRejected(new ResponseRejection.Absent());
    }
}
