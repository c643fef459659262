package io.serviceconcept.response;

import java.time.Instant;

import io.serviceconcept.eventsourcing.Decider;
import io.serviceconcept.eventsourcing.Decision;
import io.serviceconcept.response.ResponseEvent.Content;
import io.serviceconcept.response.ResponseEvent.ResponseCorrected;
import io.serviceconcept.response.ResponseEvent.ResponseReceived;
import io.serviceconcept.response.ResponseEvent.ResponseRetracted;

/** The rules of a response: what stands can be corrected and retracted, and what was retracted can come again. */
final class ResponseDecider implements Decider<ResponseCommand, ResponseState, ResponseEvent, ResponseRejection> {

    @Override
    public ResponseState initial() {
        return new ResponseState.Absent(false);
    }

    @Override
    public Decision<ResponseEvent, ResponseRejection> decide(ResponseCommand command, ResponseState state) {
        return switch (state) {
            case ResponseState.Absent(boolean retracted) -> switch (command) {
                case ResponseCommand.Tell tell -> retracted ? Decision.rejected(new ResponseRejection.Retracted())
                        : Decision.accepted(tell.content());
                case ResponseCommand.Correct correct -> Decision.rejected(new ResponseRejection.Absent());
                case ResponseCommand.Retract retract -> Decision.rejected(new ResponseRejection.Absent());
            };
            case ResponseState.Standing(Content stands) -> switch (command) {
                case ResponseCommand.Correct correct -> correct(stands, correct.content());
                case ResponseCommand.Tell tell -> tell(stands, tell.content());
                case ResponseCommand.Retract retract ->
                    Decision.accepted(new ResponseRetracted(stands.survey(), retract.now()));
            };
        };
    }

    private static Decision<ResponseEvent, ResponseRejection> correct(Content stands, ResponseReceived to) {
        if (stands.sameAs(to) && stands.surveyVersion() == to.surveyVersion()) {
            return Decision.accepted();
        }
        return Decision.accepted(corrected(stands, to));
    }

    /**
     * What was said last holds, in whatever order it arrives. So that something was said again later is kept, too: what was
     * said in between may still be on its way. At the same moment the order of arrival counts.
     */
    private static Decision<ResponseEvent, ResponseRejection> tell(Content stands, ResponseReceived told) {
        Instant last = stands.saidAt();
        Instant now = told.saidAt();
        if (now == null || now.equals(last)) {
            return correct(stands, told);
        }
        return last == null || now.isAfter(last) ? Decision.accepted(corrected(stands, told)) : Decision.accepted();
    }

    /** Who corrects what a tool said, and tells no time, says so when it comes. */
    private static ResponseCorrected corrected(Content stands, ResponseReceived to) {
        Instant cameNow = stands.saidAt() == null ? null : to.receivedAt();
        return new ResponseCorrected(to.survey(), to.surveyVersion(), to.interactionAt(), to.answers(), to.circumstances(),
                to.customer(), to.texts(), stands.receivedAt(), to.receivedAt(),
                to.saidAt() == null ? cameNow : to.saidAt());
    }

    @Override
    public ResponseState evolve(ResponseState state, ResponseEvent event) {
        return switch (event) {
            case ResponseReceived received when state instanceof ResponseState.Absent -> new ResponseState.Standing(received);
            case ResponseCorrected corrected when state instanceof ResponseState.Standing ->
                new ResponseState.Standing(corrected);
            case ResponseRetracted retracted when state instanceof ResponseState.Standing ->
                new ResponseState.Absent(true);
            default -> throw new IllegalStateException(event.getClass().getSimpleName() + " in " + state);
        };
    }
}
