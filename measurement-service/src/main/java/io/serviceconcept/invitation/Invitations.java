package io.serviceconcept.invitation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.invitation.InvitationEvent.InvitationsIssued;
import io.serviceconcept.invitation.InvitationEvent.InvitationsWithdrawn;

/** The batches of invitations, and what each invitation is called. */
@ApplicationScoped
class Invitations {

    private final EventStore store;
    private final Optional<InvitationSeal> seal;

    Invitations(EventStore store, InvitationsConfig config) {
        this.store = store;
        this.seal = config.key().map(key -> new InvitationSeal(key.get()));
    }

    /**
     * @param issued all that was decided when they were issued
     * @param isWithdrawn whether none is taken any more
     * @param version of the stream
     */
    record Batch(InvitationsIssued issued, boolean isWithdrawn, long version) {
    }

    Optional<Batch> find(String organisation, UUID batch) {
        List<RecordedEvent> events = store.read(Invitation.stream(organisation, batch), 0);
        if (events.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Batch((InvitationsIssued) events.getFirst().event(),
                events.getLast().event() instanceof InvitationsWithdrawn, events.size()));
    }

    /** All of a batch, in their order. */
    List<String> written(String organisation, InvitationsIssued issued) {
        UUID batch = UUID.fromString(issued.batch());
        return IntStream.rangeClosed(1, issued.count())
                .mapToObj(number -> seal().write(new Invitation(organisation, batch, number))).toList();
    }

    /** Empty when it was not issued here. */
    Optional<Invitation> read(String token) {
        return seal.flatMap(ours -> ours.read(token));
    }

    /** @throws io.serviceconcept.eventsourcing.http.ProblemException when there is no key to sign with */
    private InvitationSeal seal() {
        return seal.orElseThrow(() -> Problem.of(503, "invitations-not-configured", "No invitations are issued here",
                "This service has no key to sign invitations with. Whoever runs it can give it one.").exception());
    }

    /** @throws io.serviceconcept.eventsourcing.http.ProblemException when there is no key to sign with */
    void requireKey() {
        seal();
    }
}
