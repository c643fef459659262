package io.serviceconcept.invitation;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.response.ResponseEvent.Circumstances;

/** What happened to a batch of invitations. */
public sealed interface InvitationEvent {

    /**
     * Invitations were issued, numbered from 1. What each of them is called follows from batch, number and a key; that it
     * was used shows in the stream of its response.
     *
     * @param interactionAt the interaction that is asked about
     */
    record InvitationsIssued(String batch, String survey, int count, Instant expiresAt, Instant interactionAt,
            Circumstances circumstances, Instant issuedAt) implements InvitationEvent {
    }

    /**
     * None of a batch is taken any more.
     *
     * @param reason as it was given
     */
    record InvitationsWithdrawn(@Nullable String reason, Instant withdrawnAt) implements InvitationEvent {
    }
}
