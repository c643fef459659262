package io.serviceconcept.survey;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.indicator.Audience;
import io.serviceconcept.survey.SurveyEvent.DrawnUp;
import io.serviceconcept.survey.SurveyEvent.Question;
import io.serviceconcept.survey.SurveyEvent.Revised;

/**
 * One version of a survey; it never changes.
 *
 * @param version from 1
 * @param concept about which the survey asks
 * @param channel of every response that names none
 * @param touchpoint of every response that names none
 * @param inUseFrom no interaction before it is answered in this version
 * @param releaseStep how many answers change a figure at once, 1 or more
 */
public record SurveyVersion(String survey, int version, String name, String concept, @Nullable String channel,
        @Nullable String touchpoint, Instant inUseFrom, Audience audience, int releaseStep, List<Question> questions) {

    public SurveyVersion {
        questions = List.copyOf(questions);
    }

    public static SurveyVersion of(SurveyEvent event) {
        return switch (event) {
            case DrawnUp drawn -> new SurveyVersion(drawn.survey(), 1, drawn.name(), drawn.concept(), drawn.channel(),
                    drawn.touchpoint(), drawn.inUseFrom(), drawn.audience(), drawn.releaseStep(), drawn.questions());
            case Revised revised -> new SurveyVersion(revised.survey(), revised.version(), revised.name(),
                    revised.concept(), revised.channel(), revised.touchpoint(), revised.inUseFrom(), revised.audience(),
                    revised.releaseStep(), revised.questions());
        };
    }

    /**
     * The questions that ask something else than those with the same id did in an earlier version, or than those in whose
     * place they feed an indicator.
     */
    List<String> breaks(SurveyVersion before) {
        return questions.stream()
                .filter(question -> before.question(question.id()).filter(was -> !was.asksTheSameAs(question)).isPresent()
                        || question.indicators().stream().anyMatch(indicator -> replacesAnother(question, indicator, before)))
                .map(Question::id).toList();
    }

    /** Whether it feeds an indicator that it did not feed, and what did does no more and asked something else. */
    private boolean replacesAnother(Question question, String indicator, SurveyVersion before) {
        if (before.question(question.id()).filter(was -> was.indicators().contains(indicator)).isPresent()) {
            return false;
        }
        List<Question> gone = before.questions.stream().filter(was -> was.indicators().contains(indicator))
                .filter(was -> question(was.id()).filter(now -> now.indicators().contains(indicator)).isEmpty()).toList();
        return !gone.isEmpty() && gone.stream().noneMatch(was -> was.asksTheSameAs(question));
    }

    /**
     * The indicators that it feeds, as an earlier version did, by a question more or one fewer: what is averaged into them is
     * something else. A question that took the place of another is neither.
     */
    SortedSet<String> recomposed(SurveyVersion before) {
        SortedSet<String> recomposed = new TreeSet<>();
        for (String indicator : fed()) {
            List<Question> now = feeding(indicator);
            List<Question> then = before.feeding(indicator);
            if (!then.isEmpty() && !(holdAllOf(now, then) && holdAllOf(then, now))) {
                recomposed.add(indicator);
            }
        }
        return recomposed;
    }

    /**
     * Whether it feeds an indicator again, but by questions that ask something else than those of the last version that did.
     */
    boolean feedsOtherwise(String indicator, SurveyVersion last) {
        List<Question> now = feeding(indicator);
        List<Question> then = last.feeding(indicator);
        return !now.isEmpty() && !(askAllOf(now, then) && askAllOf(then, now));
    }

    private static boolean askAllOf(List<Question> some, List<Question> others) {
        return others.stream().allMatch(other -> some.stream().anyMatch(question -> question.asksTheSameAs(other)));
    }

    /** The indicators that it feeds. */
    SortedSet<String> fed() {
        return questions.stream().flatMap(question -> question.indicators().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Question> feeding(String indicator) {
        return questions.stream().filter(question -> question.indicators().contains(indicator)).toList();
    }

    private static boolean holdAllOf(List<Question> some, List<Question> others) {
        return others.stream().allMatch(other -> some.stream()
                .anyMatch(question -> question.id().equals(other.id()) || question.asksTheSameAs(other)));
    }

    public Optional<Question> question(String id) {
        return questions.stream().filter(question -> question.id().equals(id)).findFirst();
    }

    /** How many answers change a figure at once, unless a survey says otherwise. */
    public static int usualReleaseStep(Audience audience) {
        return audience == Audience.EMPLOYEE ? 10 : 1;
    }
}
