package io.serviceconcept.webhook;

import java.util.List;
import java.util.function.Supplier;

import io.serviceconcept.eventsourcing.Decider;
import io.serviceconcept.eventsourcing.Decision;
import io.serviceconcept.webhook.Subscription.Absent;
import io.serviceconcept.webhook.Subscription.Active;
import io.serviceconcept.webhook.Subscription.Ended;
import io.serviceconcept.webhook.SubscriptionCommand.Change;
import io.serviceconcept.webhook.SubscriptionCommand.RotateSecret;
import io.serviceconcept.webhook.SubscriptionCommand.Subscribe;
import io.serviceconcept.webhook.SubscriptionCommand.Unsubscribe;
import io.serviceconcept.webhook.SubscriptionEvent.SecretRotated;
import io.serviceconcept.webhook.SubscriptionEvent.Subscribed;
import io.serviceconcept.webhook.SubscriptionEvent.SubscriptionChanged;
import io.serviceconcept.webhook.SubscriptionEvent.Unsubscribed;
import io.serviceconcept.webhook.SubscriptionRejection.MappingDoesNotFit;
import io.serviceconcept.webhook.SubscriptionRejection.SubscriptionAbsent;
import io.serviceconcept.webhook.SubscriptionRejection.SubscriptionExists;
import io.serviceconcept.webhook.SubscriptionRejection.ToolDiffers;

/** The rules of a subscription: no answer gets lost in its mapping, and a secret is followed by another one. */
final class SubscriptionDecider
        implements
        Decider<SubscriptionCommand, Subscription, SubscriptionEvent, SubscriptionRejection> {

    @Override
    public Subscription initial() {
        return new Absent();
    }

    @Override
    public Decision<SubscriptionEvent, SubscriptionRejection> decide(SubscriptionCommand command,
            Subscription subscription) {
        return switch (subscription) {
            case Absent absent -> command instanceof Subscribe subscribe
                    ? ifFits(subscribe.faults(), () -> Decision.accepted(new Subscribed(subscribe.subscription(),
                            subscribe.content(), new SubscriptionSecret(1, subscribe.sealed()))))
                    : Decision.rejected(new SubscriptionAbsent());
            case Active active -> decide(command, active);
            case Ended ended -> Decision.rejected(new SubscriptionAbsent());
        };
    }

    private static Decision<SubscriptionEvent, SubscriptionRejection> decide(SubscriptionCommand command, Active active) {
        return switch (command) {
            case Subscribe subscribe -> Decision.rejected(new SubscriptionExists());
            case Change change when change.content().tool() != active.content().tool() ->
                Decision.rejected(new ToolDiffers(active.content().tool()));
            case Change change -> ifFits(change.faults(), () -> change.content().equals(active.content())
                    ? Decision.accepted()
                    : Decision.accepted(new SubscriptionChanged(change.content())));
            case RotateSecret rotate -> Decision.accepted(new SecretRotated(
                    new SubscriptionSecret(active.secret().generation() + 1, rotate.sealed()), rotate.previousUntil()));
            case Unsubscribe unsubscribe -> Decision.accepted(new Unsubscribed());
        };
    }

    private static Decision<SubscriptionEvent, SubscriptionRejection> ifFits(List<MappingFault> faults,
            Supplier<Decision<SubscriptionEvent, SubscriptionRejection>> then) {
        return faults.isEmpty() ? then.get() : Decision.rejected(new MappingDoesNotFit(faults));
    }

    @Override
    public Subscription evolve(Subscription subscription, SubscriptionEvent event) {
        return switch (new Step(subscription, event)) {
            case Step(Absent absent, Subscribed subscribed) ->
                new Active(subscribed.content(), subscribed.secret(), null, null);
            case Step(Active active, SubscriptionChanged changed) -> active.changed(changed.content());
            case Step(Active active, SecretRotated rotated) -> active.rotated(rotated);
            case Step(Active active, Unsubscribed unsubscribed) -> new Ended();
            case Step(Subscription impossible, SubscriptionEvent other) -> throw new IllegalStateException(
                    other.getClass().getSimpleName() + " cannot follow on " + impossible.getClass().getSimpleName());
        };
    }

    private record Step(Subscription subscription, SubscriptionEvent event) {
    }
}
