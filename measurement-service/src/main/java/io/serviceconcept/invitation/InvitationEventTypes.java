package io.serviceconcept.invitation;

import io.serviceconcept.eventsourcing.EventTypes;

/** The wire names of what happens to invitations. */
public final class InvitationEventTypes {

    public static final EventTypes TYPES = EventTypes.builder()
            .add("measurement.invitations-issued.v1", InvitationEvent.InvitationsIssued.class)
            .add("measurement.invitations-withdrawn.v1", InvitationEvent.InvitationsWithdrawn.class)
            .build();

    private InvitationEventTypes() {
    }
}
