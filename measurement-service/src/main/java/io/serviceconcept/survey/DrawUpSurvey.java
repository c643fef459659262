package io.serviceconcept.survey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.eventsourcing.CommandContext;
import io.serviceconcept.eventsourcing.CommandHandler;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.Handled;
import io.serviceconcept.figure.Scale;
import io.serviceconcept.indicator.IndicatorEvent;
import io.serviceconcept.indicator.Indicators;
import io.serviceconcept.survey.SurveyCommand.Feed;

/** Draws up a survey, looking up what its indicators can be fed with. */
@ApplicationScoped
class DrawUpSurvey {

    private final CommandHandler<SurveyCommand, Survey, SurveyEvent, SurveyRejection> handler;
    private final Indicators indicators;

    DrawUpSurvey(EventStore store, Indicators indicators) {
        this.handler = new CommandHandler<>(store, new SurveyDecider(), SurveyEvent.class);
        this.indicators = indicators;
    }

    Handled<Survey, SurveyEvent, SurveyRejection> drawUp(CommandContext context, SurveyEvent.DrawnUp survey) {
        SurveyCommand command = new SurveyCommand.DrawUp(survey, feeds(context.organisation(), survey.questions()));
        return handler.handle(context, new SurveyId(survey.survey()).stream(context.organisation()), command);
    }

    private Map<String, Feed> feeds(String organisation, List<SurveyEvent.Question> questions) {
        Map<String, Feed> feeds = new HashMap<>();
        questions.stream().flatMap(question -> question.indicators().stream()).distinct().forEach(
                id -> indicators.find(organisation, id).ifPresent(found -> feeds.put(id, feed(found))));
        return feeds;
    }

    private static Feed feed(IndicatorEvent.Defined indicator) {
        Scale scale = indicator.scale();
        return scale == null ? new Feed.Counts() : new Feed.Marks(scale);
    }
}
