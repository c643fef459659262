package io.serviceconcept.survey;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.Scale;
import io.serviceconcept.indicator.Audience;

/** What happened to a survey. */
public sealed interface SurveyEvent {

    /**
     * The first version.
     *
     * @param concept about which the survey asks
     * @param channel of every response that names none
     * @param touchpoint of every response that names none
     * @param inUseFrom no interaction before it is taken in; may lie in the past, so that history can be imported
     * @param releaseStep how many answers change a figure at once, 1 or more
     */
    record DrawnUp(String survey, String name, String concept, @Nullable String channel, @Nullable String touchpoint,
            Instant inUseFrom, Audience audience, int releaseStep, List<Question> questions) implements SurveyEvent {

        public DrawnUp {
            questions = List.copyOf(questions);
        }
    }

    /**
     * The next version. What was answered to earlier ones stays theirs.
     *
     * @param version from 2
     * @param inUseFrom after that of the version before
     * @param breaks the questions whose wording, type, scale or options differ from the version before, or all of them:
     *        figures they feed are not comparable across {@code inUseFrom}
     * @param recomposed the indicators that go on being fed, by a question more or one fewer than in the version before, as far
     *        as no question in {@code breaks} feeds them; null when there are none
     */
    record Revised(String survey, int version, String name, String concept, @Nullable String channel,
            @Nullable String touchpoint, Instant inUseFrom, Audience audience, int releaseStep, List<Question> questions,
            List<String> breaks, @Nullable List<String> recomposed) implements SurveyEvent {

        public Revised {
            questions = List.copyOf(questions);
            breaks = List.copyOf(breaks);
            recomposed = recomposed == null ? null : List.copyOf(recomposed);
        }

        /** The indicators whose figures are not comparable across {@code inUseFrom}. */
        public Set<String> brokenIndicators() {
            Set<String> broken = questions.stream().filter(question -> breaks.contains(question.id()))
                    .flatMap(question -> question.indicators().stream()).collect(Collectors.toCollection(TreeSet::new));
            if (recomposed != null) {
                broken.addAll(recomposed);
            }
            return broken;
        }
    }

    /**
     * A question.
     *
     * @param id stable over versions, wording and languages
     * @param scale of a {@link QuestionType#RATING}, {@link QuestionType#MARK} or {@link QuestionType#NPS}
     * @param options of a {@link QuestionType#SINGLE_CHOICE} or {@link QuestionType#MULTIPLE_CHOICE}
     * @param indicators that an answer feeds
     * @param need the question asks about
     */
    record Question(String id, QuestionType type, Wording text, @Nullable Scale scale, List<Option> options,
            boolean required, List<String> indicators, @Nullable String need) {

        public Question {
            options = List.copyOf(options);
            indicators = List.copyOf(indicators);
        }

        /**
         * The number that an answer feeds into indicators: a mark itself, yes 1 and no 0, the value of the chosen option,
         * the largest of several. Null when it feeds none: a text, or options without a value.
         */
        public @Nullable BigDecimal valueOf(Reply reply) {
            return switch (type) {
                case RATING, MARK, NPS -> reply.value();
                case YES_NO -> reply.options().contains(QuestionType.YES) ? BigDecimal.ONE
                        : reply.options().contains(QuestionType.NO) ? BigDecimal.ZERO : null;
                case SINGLE_CHOICE, MULTIPLE_CHOICE -> options.stream()
                        .filter(option -> reply.options().contains(option.id())).map(Option::value)
                        .filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(null);
                case TEXT -> null;
            };
        }

        /** Whether answers to both mean the same: a language more or less changes nothing. */
        boolean asksTheSameAs(Question other) {
            return type == other.type && text.saysTheSameAs(other.text) && sameScale(other) && sameOptions(other);
        }

        private boolean sameScale(Question other) {
            return scale == null ? other.scale == null : other.scale != null && scale.sameAs(other.scale);
        }

        private boolean sameOptions(Question other) {
            if (options.size() != other.options.size()) {
                return false;
            }
            for (int i = 0; i < options.size(); i++) {
                if (!options.get(i).offersTheSameAs(other.options.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    /** What somebody answered to a question: a number, the ids of what was chosen, or neither where it is a text. */
    interface Reply {

        @Nullable
        BigDecimal value();

        List<String> options();
    }

    /**
     * Something that can be chosen.
     *
     * @param id stable over versions, wording and languages
     * @param value that the choice feeds into indicators
     */
    record Option(String id, Wording text, @Nullable BigDecimal value) {

        boolean offersTheSameAs(Option other) {
            boolean sameValue = value == null ? other.value == null
                    : other.value != null && value.compareTo(other.value) == 0;
            return id.equals(other.id) && text.saysTheSameAs(other.text) && sameValue;
        }
    }

    /** The wording, in Dutch and perhaps English. */
    record Wording(String nl, @Nullable String en) {

        boolean saysTheSameAs(Wording other) {
            return nl.equals(other.nl) && (en == null || other.en == null || en.equals(other.en));
        }
    }
}
