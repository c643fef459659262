package io.serviceconcept.webhook;

import java.util.Optional;

import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.intake.Ids;

record SubscriptionId(String value) {

    static Optional<SubscriptionId> parse(String text) {
        return Ids.isId(text) ? Optional.of(new SubscriptionId(Ids.canonical(text))) : Optional.empty();
    }

    StreamId stream(String organisation) {
        return StreamId.of(organisation, "webhook", value);
    }
}
