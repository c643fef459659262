package io.serviceconcept.survey;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.Decider;
import io.serviceconcept.eventsourcing.Decision;
import io.serviceconcept.figure.Scale;
import io.serviceconcept.indicator.Audience;
import io.serviceconcept.survey.SurveyCommand.Feed;
import io.serviceconcept.survey.SurveyEvent.DrawnUp;
import io.serviceconcept.survey.SurveyEvent.Option;
import io.serviceconcept.survey.SurveyEvent.Question;
import io.serviceconcept.survey.SurveyEvent.Revised;
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
                case Survey.Undrawn undrawn -> unlessUnusable(drawUp.survey(), drawUp, drawUp.survey());
                case Survey.InUse inUse -> Decision.rejected(new SurveyRejection.AlreadyDrawnUp());
            };
            case SurveyCommand.Revise revise -> switch (state) {
                case Survey.Undrawn undrawn -> Decision.rejected(new SurveyRejection.NotDrawnUp());
                case Survey.InUse inUse -> revise(revise, inUse);
            };
        };
    }

    private static Decision<SurveyEvent, SurveyRejection> revise(SurveyCommand.Revise command, Survey.InUse survey) {
        SurveyVersion newest = survey.newest();
        DrawnUp next = command.survey();
        if (!next.concept().equals(newest.concept()) || next.audience() != newest.audience()) {
            return Decision.rejected(new SurveyRejection.AboutSomethingElse());
        }
        if (!next.inUseFrom().isAfter(newest.inUseFrom())) {
            return Decision.rejected(new SurveyRejection.NotLater(newest.inUseFrom()));
        }
        SurveyVersion version = SurveyVersion.of(next);
        List<String> breaks = command.breaksAll() ? version.questions().stream().map(Question::id).toList()
                : version.breaks(newest);
        Set<String> recomposed = version.recomposed(newest);
        survey.fedBefore().forEach((indicator, last) -> {
            if (version.feedsOtherwise(indicator, last)) {
                recomposed.add(indicator);
            }
        });
        version.questions().stream().filter(question -> breaks.contains(question.id())).map(Question::indicators)
                .forEach(recomposed::removeAll);
        return unlessUnusable(next, command,
                new Revised(next.survey(), newest.version() + 1, next.name(), next.concept(), next.channel(),
                        next.touchpoint(), next.inUseFrom(), next.audience(), next.releaseStep(), next.questions(),
                        breaks, recomposed.isEmpty() ? null : List.copyOf(recomposed)));
    }

    private static Decision<SurveyEvent, SurveyRejection> unlessUnusable(DrawnUp survey, SurveyCommand command,
            SurveyEvent event) {
        List<Question> questions = survey.questions();
        List<Unusable> unusable = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            List<String> indicators = questions.get(i).indicators();
            for (int j = 0; j < indicators.size(); j++) {
                Reason reason = unusable(questions.get(i), command.feeds().get(indicators.get(j)));
                if (reason == null && survey.audience() == Audience.CUSTOMER
                        && command.ofEmployees().contains(indicators.get(j))) {
                    reason = Reason.OTHER_AUDIENCE;
                }
                if (reason != null) {
                    unusable.add(new Unusable(i, j, reason));
                }
            }
        }
        return unusable.isEmpty() ? Decision.accepted(event)
                : Decision.rejected(new SurveyRejection.UnusableIndicators(unusable));
    }

    private static @Nullable Reason unusable(Question question, @Nullable Feed feed) {
        return switch (feed) {
            case null -> Reason.UNKNOWN;
            case Feed.Counts counts -> Reason.TAKES_NO_ANSWERS;
            case Feed.Marks(Scale scale) -> outOfPlace(question, scale::holds, scale, Reason.OTHER_SCALE);
            case Feed.Parts parts -> outOfPlace(question, SurveyDecider::isPart, null, Reason.NOT_YES_OR_NO);
        };
    }

    /**
     * @param holds whether the indicator takes a number
     * @param scale that all its marks are on, null when it takes no marks
     */
    private static @Nullable Reason outOfPlace(Question question, Predicate<BigDecimal> holds, @Nullable Scale scale,
            Reason otherwise) {
        return switch (question.type()) {
            case TEXT -> Reason.NO_NUMBER;
            case RATING, MARK, NPS -> scale != null && question.scale() != null && scale.sameAs(question.scale()) ? null
                    : otherwise;
            case YES_NO -> holds.test(BigDecimal.ZERO) && holds.test(BigDecimal.ONE) ? null : otherwise;
            case SINGLE_CHOICE, MULTIPLE_CHOICE -> {
                List<BigDecimal> values = question.options().stream().map(Option::value).filter(Objects::nonNull).toList();
                yield values.isEmpty() ? Reason.NO_NUMBER : values.stream().allMatch(holds) ? null : otherwise;
            }
        };
    }

    private static boolean isPart(BigDecimal value) {
        return value.compareTo(BigDecimal.ZERO) == 0 || value.compareTo(BigDecimal.ONE) == 0;
    }

    @Override
    public Survey evolve(Survey state, SurveyEvent event) {
        return switch (event) {
            case DrawnUp drawnUp when state instanceof Survey.Undrawn -> new Survey.InUse(SurveyVersion.of(drawnUp), Map.of());
            case Revised revised when state instanceof Survey.InUse inUse -> inUse.followedBy(SurveyVersion.of(revised));
            default -> throw new IllegalStateException(event.getClass().getSimpleName() + " in " + state);
        };
    }
}
