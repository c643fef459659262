package io.serviceconcept.invitation;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.history.EventWording;

/** What happened to a batch of invitations, in words; never what they are called. */
final class InvitationWording implements EventWording<InvitationEvent> {

    @Override
    public String tell(InvitationEvent event) {
        return switch (event) {
            case InvitationEvent.InvitationsIssued issued ->
                "Issued " + issued.count() + (issued.count() == 1 ? " invitation" : " invitations") + ", until "
                        + issued.expiresAt();
            case InvitationEvent.InvitationsWithdrawn withdrawn -> "Withdrawn";
        };
    }

    @Override
    public @Nullable String reason(InvitationEvent event) {
        return event instanceof InvitationEvent.InvitationsWithdrawn withdrawn ? withdrawn.reason() : null;
    }
}
