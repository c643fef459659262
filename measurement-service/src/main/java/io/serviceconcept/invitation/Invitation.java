package io.serviceconcept.invitation;

import java.util.UUID;

import io.serviceconcept.eventsourcing.StreamId;

/**
 * One invitation.
 *
 * @param number its place in its batch, from 1
 */
record Invitation(String organisation, UUID batch, int number) {

    static StreamId stream(String organisation, UUID batch) {
        return StreamId.of(organisation, "invitations", batch.toString());
    }

    /** As the sender's id of the response that answers it: so there can be only one. */
    String responseId() {
        return "invitation " + batch + ' ' + number;
    }
}
