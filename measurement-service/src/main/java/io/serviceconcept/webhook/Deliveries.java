package io.serviceconcept.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import io.serviceconcept.eventsourcing.CommandContext;
import io.serviceconcept.eventsourcing.Metadata;
import io.serviceconcept.eventsourcing.http.InvalidInput;
import io.serviceconcept.eventsourcing.http.Violation;
import io.serviceconcept.intake.Intake;
import io.serviceconcept.response.ResponseCorrections;
import io.serviceconcept.response.ResponseEvent.ResponseReceived;
import io.serviceconcept.response.ResponseIntake;
import io.serviceconcept.survey.SurveyVersion;
import io.serviceconcept.webhook.Subscriptions.Versioned;
import io.serviceconcept.webhook.ToolPayload.Answered;
import io.serviceconcept.webhook.ToolPayload.OfNoConcern;

/** Takes in what a tool sent, once its signature was verified, and writes down what could not be taken in. */
@ApplicationScoped
class Deliveries {

    private final Subscriptions subscriptions;
    private final ResponseIntake responses;
    private final ResponseCorrections corrections;
    private final Intake intake;
    private final DeliveryRows rows;

    Deliveries(Subscriptions subscriptions, ResponseIntake responses, ResponseCorrections corrections, Intake intake,
            DeliveryRows rows) {
        this.subscriptions = subscriptions;
        this.responses = responses;
        this.corrections = corrections;
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
                new Metadata("webhook-" + subscription.id().value(), UUID.randomUUID(), null, null), null);
        if (intake.take(context, List.of(item)).getFirst().outcome() == Intake.Outcome.DIFFERENT) {
            if (!given.canCorrect()) {
                rows.problem(subscription.id(), delivery, "", "another response has this id", now);
                throw ResponseIntake.REUSED.exception();
            }
            corrections.correct(context, item.stream(), (ResponseReceived) item.event());
        }
    }

    private SurveyVersion survey(String organisation, SubscriptionContent content) {
        return Objects.requireNonNull(subscriptions.survey(organisation, content), "a survey does not disappear");
    }
}
