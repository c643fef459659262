package io.serviceconcept.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import io.serviceconcept.eventsourcing.CommandContext;
import io.serviceconcept.eventsourcing.http.InvalidInput;
import io.serviceconcept.eventsourcing.http.Trace;
import io.serviceconcept.eventsourcing.http.Violation;
import io.serviceconcept.intake.Intake;
import io.serviceconcept.response.ResponseEvent.ResponseReceived;
import io.serviceconcept.response.ResponseIntake;
import io.serviceconcept.response.ToldResponses;
import io.serviceconcept.survey.SurveyVersion;
import io.serviceconcept.webhook.Subscriptions.Versioned;
import io.serviceconcept.webhook.ToolPayload.Answered;
import io.serviceconcept.webhook.ToolPayload.OfNoConcern;

/** Takes in what a tool sent, once its signature was verified, and writes down what could not be taken in. */
@ApplicationScoped
class Deliveries {

    private final Subscriptions subscriptions;
    private final ResponseIntake responses;
    private final ToldResponses told;
    private final Intake intake;
    private final DeliveryRows rows;

    Deliveries(Subscriptions subscriptions, ResponseIntake responses, ToldResponses told, Intake intake,
            DeliveryRows rows) {
        this.subscriptions = subscriptions;
        this.responses = responses;
        this.told = told;
        this.intake = intake;
        this.rows = rows;
    }

    /** What would become of a body, without anything becoming of it. */
    WebhookTrial tried(String organisation, Versioned subscription, JsonNode json, Instant now) {
        SubscriptionContent content = subscription.subscription().content();
        return switch (ToolPayload.of(content.tool(), json)) {
            case OfNoConcern(String event) -> new WebhookTrial(false, event, null, List.of(), List.of());
            case Answered(ToolResponse given) -> {
                SurveyVersion survey = survey(organisation, content);
                Translation translation = Translation.of(given, content.mapping(), survey);
                List<Violation> leftOut = translation.problems().stream()
                        .map(problem -> new Violation(problem.about(), problem.message())).toList();
                try {
                    responses.read(translation.response(), organisation, survey, now);
                    yield new WebhookTrial(true, null, translation.response(), leftOut, List.of());
                } catch (InvalidInput e) {
                    yield new WebhookTrial(false, null, translation.response(), leftOut, e.violations());
                }
            }
        };
    }

    /**
     * @param delivery the tool's id of it
     * @throws InvalidInput when what it says cannot be taken in
     * @throws io.serviceconcept.eventsourcing.http.ProblemException 409 when the response is known with other content
     */
    void take(String organisation, Versioned subscription, String delivery, JsonNode json, Instant now) {
        SubscriptionContent content = subscription.subscription().content();
        if (!(ToolPayload.of(content.tool(), json) instanceof Answered(ToolResponse given))) {
            return;
        }
        SurveyVersion survey = survey(organisation, content);
        Translation translation = Translation.of(given, content.mapping(), survey);
        translation.problems()
                .forEach(problem -> rows.problem(subscription.id(), delivery, problem.about(), problem.message(), now));
        Intake.Item item;
        try {
            item = responses.read(translation.response(), organisation, survey, now);
        } catch (InvalidInput e) {
            e.violations().stream().limit(20).forEach(violation -> rows.problem(subscription.id(), delivery,
                    violation.pointer(), violation.message(), now));
            throw e;
        }
        CommandContext context = new CommandContext(organisation,
                Trace.current().metadata("webhook-" + subscription.id().value()), null);
        switch (taken(context, item, given)) {
            case TAKEN -> {
                // and done
            }
            case OTHER -> {
                rows.problem(subscription.id(), delivery, "", "another response has this id", now);
                throw ResponseIntake.REUSED.exception();
            }
            case RETRACTED -> rows.problem(subscription.id(), delivery, "", "the response was retracted, and stays so", now);
        }
    }

    private enum Outcome {
        TAKEN,
        OTHER,
        RETRACTED
    }

    private Outcome taken(CommandContext context, Intake.Item item, ToolResponse given) {
        ResponseReceived content = ((ResponseReceived) item.event()).said(given.saidAt());
        Intake.Item said = new Intake.Item(item.id(), item.stream(), content);
        return switch (given.telling()) {
            case NEW -> outcome(intake.take(context, List.of(said)).getFirst());
            case ONCE -> intake.takeUnlessWithdrawn(context, said).map(Deliveries::outcome).orElse(Outcome.RETRACTED);
            case LATEST -> told.tell(context, said.stream(), content) ? Outcome.TAKEN : Outcome.RETRACTED;
        };
    }

    private static Outcome outcome(Intake.Taken taken) {
        return taken.outcome() == Intake.Outcome.DIFFERENT ? Outcome.OTHER : Outcome.TAKEN;
    }

    private SurveyVersion survey(String organisation, SubscriptionContent content) {
        return Objects.requireNonNull(subscriptions.survey(organisation, content), "a survey does not disappear");
    }
}
