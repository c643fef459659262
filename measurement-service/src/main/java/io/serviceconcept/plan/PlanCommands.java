package io.serviceconcept.plan;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.eventsourcing.CommandContext;
import io.serviceconcept.eventsourcing.CommandHandler;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.Handled;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.plan.PlanCommand.Fed;
import io.serviceconcept.survey.SurveyEvent.Question;
import io.serviceconcept.survey.SurveyVersion;
import io.serviceconcept.survey.Surveys;

/** Completes plans and finds them overdue. */
@ApplicationScoped
class PlanCommands {

    private final EventStore store;
    private final CommandHandler<PlanCommand, Plan, PlanEvent, PlanRejection> handler;
    private final Surveys surveys;

    PlanCommands(EventStore store, Surveys surveys) {
        this.store = store;
        this.handler = new CommandHandler<>(store, new PlanDecider(), PlanEvent.class);
        this.surveys = surveys;
    }

    /** @param expected the version that the caller has seen; 0 while nothing was told */
    Handled<Plan, PlanEvent, PlanRejection> complete(CommandContext context, PlannedMeasurement plan, long expected,
            Completion completion) {
        return handler.handle(context, new PlanId(plan.plan()).stream(context.organisation()), expected,
                new PlanCommand.Complete(plan.plan(), completion, fed(context.organisation(), plan.indicator(), completion)));
    }

    void findOverdue(CommandContext context, PlanEvent.FoundOverdue found) {
        handler.handle(context, new PlanId(found.plan()).stream(context.organisation()),
                new PlanCommand.FindOverdue(found));
    }

    List<RecordedEvent> history(String organisation, String plan) {
        return store.read(new PlanId(plan).stream(organisation), 0);
    }

    private Fed fed(String organisation, String indicator, Completion completion) {
        String survey = completion.survey();
        if (survey == null) {
            return Fed.YES;
        }
        Optional<SurveyVersion> found = surveys.find(organisation, survey);
        if (found.isEmpty()) {
            return Fed.NO_SUCH_SURVEY;
        }
        String asked = completion.question();
        Optional<Question> question = asked == null ? Optional.empty() : found.get().question(asked);
        if (question.isEmpty()) {
            return Fed.NO_SUCH_QUESTION;
        }
        return question.get().indicators().contains(indicator) ? Fed.YES : Fed.ANOTHER_INDICATOR;
    }
}
