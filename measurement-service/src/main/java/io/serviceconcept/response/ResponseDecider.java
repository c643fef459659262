package io.serviceconcept.response;

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
        return new ResponseState.Absent();
    }

    @Override
    public Decision<ResponseEvent, ResponseRejection> decide(ResponseCommand command, ResponseState state) {
        return switch (state) {
            case ResponseState.Absent absent -> Decision.rejected(new ResponseRejection.Absent());
            case ResponseState.Standing(Content stands) -> switch (command) {
                case ResponseCommand.Correct correct -> correct(stands, correct.content());
                case ResponseCommand.Retract retract ->
                    Decision.accepted(new ResponseRetracted(stands.survey(), retract.now()));
            };
        };
    }

    private static Decision<ResponseEvent, ResponseRejection> correct(Content stands, ResponseReceived to) {
        if (stands.sameAs(to) && stands.surveyVersion() == to.surveyVersion()) {
            return Decision.accepted();
        }
        return Decision.accepted(new ResponseCorrected(to.survey(), to.surveyVersion(), to.interactionAt(), to.answers(),
                to.circumstances(), to.customer(), to.texts(), stands.receivedAt(), to.receivedAt()));
    }

    @Override
    public ResponseState evolve(ResponseState state, ResponseEvent event) {
        return switch (event) {
            case ResponseReceived received when state instanceof ResponseState.Absent -> new ResponseState.Standing(received);
            case ResponseCorrected corrected when state instanceof ResponseState.Standing ->
                new ResponseState.Standing(corrected);
            case ResponseRetracted retracted when state instanceof ResponseState.Standing -> new ResponseState.Absent();
            default -> throw new IllegalStateException(event.getClass().getSimpleName() + " in " + state);
        };
    }
}
