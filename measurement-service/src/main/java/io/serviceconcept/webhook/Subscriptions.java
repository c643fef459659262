package io.serviceconcept.webhook;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.CommandContext;
import io.serviceconcept.eventsourcing.CommandHandler;
import io.serviceconcept.eventsourcing.CommandHandler.Loaded;
import io.serviceconcept.eventsourcing.Handled;
import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.eventsourcing.http.Violation;
import io.serviceconcept.survey.SurveyVersion;
import io.serviceconcept.survey.Surveys;
import io.serviceconcept.webhook.Subscription.Active;

/** The subscriptions of organisations: reading one and handling commands on it. */
@ApplicationScoped
class Subscriptions {

    private final CommandHandler<SubscriptionCommand, Subscription, SubscriptionEvent, SubscriptionRejection> handler;
    private final Surveys surveys;

    Subscriptions(CommandHandler<SubscriptionCommand, Subscription, SubscriptionEvent, SubscriptionRejection> handler,
            Surveys surveys) {
        this.handler = handler;
        this.surveys = surveys;
    }

    /** A subscription and its version. */
    record Versioned(SubscriptionId id, Active subscription, long version) {
    }

    Optional<Versioned> find(String organisation, SubscriptionId id) {
        Loaded<Subscription> loaded = handler.load(id.stream(organisation));
        return loaded.state() instanceof Active active ? Optional.of(new Versioned(id, active, loaded.version()))
                : Optional.empty();
    }

    /**
     * @throws io.serviceconcept.eventsourcing.http.ProblemException 404 when the organisation has no such subscription
     */
    Versioned get(String organisation, String id) {
        return SubscriptionId.parse(id).flatMap(parsed -> find(organisation, parsed))
                .orElseThrow(() -> Problem.notFound().exception());
    }

    @Nullable
    SurveyVersion survey(String organisation, SubscriptionContent content) {
        return surveys.find(organisation, content.survey()).orElse(null);
    }

    /** Subscribes, or answers what the same request did before. */
    Versioned subscribe(CommandContext context, SubscriptionId id, SubscriptionContent content, @Nullable String sealed) {
        SubscriptionCommand command = new SubscriptionCommand.Subscribe(id.value(), content, sealed,
                MappingRules.faults(content, survey(context.organisation(), content)));
        return switch (handler.handle(context, id.stream(context.organisation()), command)) {
            case Handled.Done<Subscription, SubscriptionEvent, SubscriptionRejection> done ->
                new Versioned(id, (Active) done.state(), done.version());
            case Handled.Repeated<Subscription, SubscriptionEvent, SubscriptionRejection> repeated ->
                get(context.organisation(), repeated.location().substring(repeated.location().lastIndexOf('/') + 1));
            case Handled.Rejected<Subscription, SubscriptionEvent, SubscriptionRejection> rejected ->
                throw problem(rejected.reason()).exception();
        };
    }

    Versioned change(CommandContext context, Versioned subscription, long seen, SubscriptionContent content) {
        return handle(context, subscription, seen, new SubscriptionCommand.Change(content,
                MappingRules.faults(content, survey(context.organisation(), content)))).orElseThrow();
    }

    Versioned rotate(CommandContext context, Versioned subscription, long seen, SubscriptionCommand.RotateSecret command) {
        return handle(context, subscription, seen, command).orElseThrow();
    }

    void unsubscribe(CommandContext context, Versioned subscription, long seen) {
        handle(context, subscription, seen, new SubscriptionCommand.Unsubscribe());
    }

    /** Empty when the subscription ended. */
    private Optional<Versioned> handle(CommandContext context, Versioned subscription, long seen,
            SubscriptionCommand command) {
        return switch (handler.handle(context, subscription.id().stream(context.organisation()), seen, command)) {
            case Handled.Done<Subscription, SubscriptionEvent, SubscriptionRejection> done ->
                done.state() instanceof Active active
                        ? Optional.of(new Versioned(subscription.id(), active, done.version()))
                        : Optional.empty();
            case Handled.Repeated<Subscription, SubscriptionEvent, SubscriptionRejection> repeated ->
                throw new IllegalStateException("only what creates is repeated");
            case Handled.Rejected<Subscription, SubscriptionEvent, SubscriptionRejection> rejected ->
                throw problem(rejected.reason()).exception();
        };
    }

    private static Problem problem(SubscriptionRejection rejection) {
        return switch (rejection) {
            case SubscriptionRejection.SubscriptionAbsent absent -> Problem.notFound();
            case SubscriptionRejection.SubscriptionExists exists ->
                Problem.of(409, "subscription-exists", "Subscription exists", "This subscription exists already.");
            case SubscriptionRejection.MappingDoesNotFit fit -> Problem
                    .of(409, "mapping-does-not-fit", "The mapping does not fit",
                            "Answers would get lost; errors lists where.")
                    .withErrors(fit.faults().stream().map(fault -> new Violation(fault.pointer(), fault.message())).toList());
            case SubscriptionRejection.ToolDiffers(Tool tool) -> Problem.of(409, "tool-differs", "Another tool",
                    "This subscription is for " + tool + "; for another tool subscribe again.");
        };
    }
}
