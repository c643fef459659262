package io.serviceconcept.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.serviceconcept.eventsourcing.CommandHandler;
import io.serviceconcept.eventsourcing.EventStore;

/** What the kernel needs to know of subscriptions. */
@ApplicationScoped
class SubscriptionBeans {

    @Produces
    @Singleton
    CommandHandler<SubscriptionCommand, Subscription, SubscriptionEvent, SubscriptionRejection> commandHandler(
            EventStore store) {
        return new CommandHandler<>(store, new SubscriptionDecider(), SubscriptionEvent.class);
    }
}
