package io.serviceconcept.observation;

import io.serviceconcept.eventsourcing.Decider;
import io.serviceconcept.eventsourcing.Decision;
import io.serviceconcept.observation.ObservationEvent.Content;
import io.serviceconcept.observation.ObservationEvent.Corrected;
import io.serviceconcept.observation.ObservationEvent.Retracted;

/** The rules of an observation: what stands can be corrected and retracted, and what was retracted can come again. */
final class ObservationDecider
        implements Decider<ObservationCommand, ObservationState, ObservationEvent, ObservationRejection> {

    @Override
    public ObservationState initial() {
        return new ObservationState.Absent();
    }

    @Override
    public Decision<ObservationEvent, ObservationRejection> decide(ObservationCommand command, ObservationState state) {
        return switch (state) {
            case ObservationState.Absent absent -> Decision.rejected(new ObservationRejection.Absent());
            case ObservationState.Standing(Content stands, var correctedAt) -> switch (command) {
                case ObservationCommand.Correct(Content to) -> stands.sameAs(to) ? Decision.accepted()
                        : Decision.accepted(Corrected.to(to, stands.receivedAt()));
                case ObservationCommand.Retract retract ->
                    Decision.accepted(new Retracted(stands.indicator(), retract.now()));
            };
        };
    }

    @Override
    public ObservationState evolve(ObservationState state, ObservationEvent event) {
        return switch (event) {
            case Content content when state instanceof ObservationState.Absent -> new ObservationState.Standing(content, null);
            case Corrected corrected when state instanceof ObservationState.Standing ->
                new ObservationState.Standing(corrected.content(), corrected.correctedAt());
            case Retracted retracted when state instanceof ObservationState.Standing -> new ObservationState.Absent();
            default -> throw new IllegalStateException(event.getClass().getSimpleName() + " in " + state);
        };
    }
}
