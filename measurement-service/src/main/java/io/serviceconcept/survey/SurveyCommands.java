package io.serviceconcept.survey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.eventsourcing.CommandContext;
import io.serviceconcept.eventsourcing.CommandHandler;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.Handled;
import io.serviceconcept.figure.Scale;
import io.serviceconcept.indicator.Audience;
import io.serviceconcept.indicator.IndicatorEvent;
import io.serviceconcept.indicator.IndicatorKind;
import io.serviceconcept.indicator.Indicators;
import io.serviceconcept.survey.SurveyCommand.Feed;

/** Draws up surveys and revises them, looking up what their indicators can be fed with. */
@ApplicationScoped
class SurveyCommands {

    private final CommandHandler<SurveyCommand, Survey, SurveyEvent, SurveyRejection> handler;
    private final Indicators indicators;
    private final Surveys surveys;

    SurveyCommands(EventStore store, Indicators indicators, Surveys surveys) {
        this.handler = new CommandHandler<>(store, new SurveyDecider(), SurveyEvent.class);
        this.indicators = indicators;
        this.surveys = surveys;
    }

    Handled<Survey, SurveyEvent, SurveyRejection> drawUp(CommandContext context, SurveyEvent.DrawnUp survey) {
        return handler.handle(context, new SurveyId(survey.survey()).stream(context.organisation()),
                new SurveyCommand.DrawUp(survey, feeds(context.organisation(), survey.questions()),
                        ofEmployees(context.organisation(), survey.questions())));
    }

    /**
     * @param expected the version that the caller has seen
     * @param breaksAll see {@link SurveyCommand.Revise}
     */
    Handled<Survey, SurveyEvent, SurveyRejection> revise(CommandContext context, long expected,
            SurveyEvent.DrawnUp survey, boolean breaksAll) {
        try {
            return handler.handle(context, new SurveyId(survey.survey()).stream(context.organisation()), expected,
                    new SurveyCommand.Revise(survey, feeds(context.organisation(), survey.questions()),
                            ofEmployees(context.organisation(), survey.questions()), breaksAll));
        } finally {
            surveys.changed(context.organisation(), survey.survey());
        }
    }

    private Map<String, Feed> feeds(String organisation, List<SurveyEvent.Question> questions) {
        Map<String, Feed> feeds = new HashMap<>();
        known(organisation, questions).forEach(found -> feeds.put(found.indicator(), feed(found)));
        return feeds;
    }

    private Set<String> ofEmployees(String organisation, List<SurveyEvent.Question> questions) {
        return known(organisation, questions).stream().filter(found -> found.audience() == Audience.EMPLOYEE)
                .map(IndicatorEvent.Defined::indicator).collect(Collectors.toSet());
    }

    private List<IndicatorEvent.Defined> known(String organisation, List<SurveyEvent.Question> questions) {
        return questions.stream().flatMap(question -> question.indicators().stream()).distinct()
                .flatMap(id -> indicators.find(organisation, id).stream()).toList();
    }

    private static Feed feed(IndicatorEvent.Defined indicator) {
        Scale scale = indicator.scale();
        if (scale == null) {
            return new Feed.Counts();
        }
        return indicator.kind() == IndicatorKind.SHARE ? new Feed.Parts() : new Feed.Marks(scale);
    }
}
