package io.serviceconcept.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.Decider;
import io.serviceconcept.eventsourcing.Decision;
import io.serviceconcept.figure.Scale;
import io.serviceconcept.survey.SurveyCommand.Feed;
import io.serviceconcept.survey.SurveyRejection.Reason;
import io.serviceconcept.survey.SurveyRejection.Unusable;

/** The rules of a survey: every question fits the indicators it feeds, or a mean would mix scales. */
final class SurveyDecider implements Decider<SurveyCommand, Survey, SurveyEvent, SurveyRejection> {

    @Override
    public Survey initial() {
        return new Survey.Undrawn();
    }

    @Override
    public Decision<SurveyEvent, SurveyRejection> decide(SurveyCommand command, Survey state) {
        return switch (command) {
            case SurveyCommand.DrawUp drawUp -> switch (state) {
                case Survey.Undrawn undrawn -> drawUp(drawUp);
                case Survey.InUse inUse -> Decision.rejected(new SurveyRejection.AlreadyDrawnUp());
            };
        };
    }

    private static Decision<SurveyEvent, SurveyRejection> drawUp(SurveyCommand.DrawUp command) {
        List<Unusable> unusable = new ArrayList<>();
        List<SurveyEvent.Question> questions = command.survey().questions();
        for (int i = 0; i < questions.size(); i++) {
            SurveyEvent.Question question = questions.get(i);
            for (int j = 0; j < question.indicators().size(); j++) {
                Reason reason = unusable(question.scale(), question.indicators().get(j), command.scales());
                if (reason != null) {
                    unusable.add(new Unusable(i, j, reason));
                }
            }
        }
        return unusable.isEmpty() ? Decision.accepted(command.survey())
                : Decision.rejected(new SurveyRejection.UnusableIndicators(unusable));
    }

    private static @Nullable Reason unusable(Scale asked, String indicator, Map<String, Feed> scales) {
        return switch (scales.get(indicator)) {
            case null -> Reason.UNKNOWN;
            case Feed.Counts counts -> Reason.NOT_A_MEAN;
            case Feed.Marks marks -> marks.scale().sameAs(asked) ? null : Reason.OTHER_SCALE;
        };
    }

    @Override
    public Survey evolve(Survey state, SurveyEvent event) {
        return switch (event) {
            case SurveyEvent.DrawnUp drawnUp when state instanceof Survey.Undrawn undrawn -> undrawn.drawUp();
            case SurveyEvent.DrawnUp drawnUp -> throw new IllegalStateException("drawn up twice");
        };
    }
}
