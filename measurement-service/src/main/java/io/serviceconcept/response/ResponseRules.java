package io.serviceconcept.response;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import io.serviceconcept.eventsourcing.http.Violation;
import io.serviceconcept.figure.Scale;
import io.serviceconcept.intake.LooseFields;
import io.serviceconcept.survey.QuestionType;
import io.serviceconcept.survey.SurveyEvent.Option;
import io.serviceconcept.survey.SurveyEvent.Question;
import io.serviceconcept.survey.SurveyVersion;

/** What a response must keep to beyond its shape: the survey it answers and the clock. */
final class ResponseRules {

    /** How far a sender's clock may be ahead of ours. */
    private static final Duration SKEW = Duration.ofMinutes(2);

    private static final Set<String> YES_OR_NO = Set.of(QuestionType.YES, QuestionType.NO);

    private final SurveyVersion survey;
    private final Instant now;
    private final Map<String, Question> questions;

    /** @param survey the version that was answered */
    ResponseRules(SurveyVersion survey, Instant now) {
        this.survey = survey;
        this.now = now;
        this.questions = survey.questions().stream().collect(Collectors.toMap(Question::id, Function.identity()));
    }

    /** All rules that are broken, as far as the JSON's shape lets them be checked. */
    List<Violation> violations(JsonNode json) {
        List<Violation> violations = new ArrayList<>();
        checkInteraction(new LooseFields(json).instant("interactionAt"), violations);
        checkAnswers(json.path("answers"), violations);
        return violations;
    }

    private void checkInteraction(@Nullable Instant interactionAt, List<Violation> violations) {
        if (interactionAt == null) {
            return;
        }
        if (interactionAt.isAfter(now.plus(SKEW))) {
            violations.add(new Violation("/interactionAt", "lies in the future"));
        }
        if (interactionAt.isBefore(survey.inUseFrom())) {
            violations.add(new Violation("/interactionAt",
                    (survey.version() == 1 ? "lies before the survey came into use, "
                            : "lies before version " + survey.version() + " came into use, ") + survey.inUseFrom()));
        }
    }

    private void checkAnswers(JsonNode answers, List<Violation> violations) {
        Set<String> answered = new HashSet<>();
        for (int i = 0; i < answers.size(); i++) {
            LooseFields answer = new LooseFields(answers.path(i));
            String question = answer.text("question");
            if (question == null) {
                continue;
            }
            String pointer = "/answers/" + i;
            if (!answered.add(question)) {
                violations.add(new Violation(pointer + "/question", "is answered twice"));
            }
            Question asked = questions.get(question);
            if (asked == null) {
                violations.add(new Violation(pointer + "/question", "is not a question of this survey"));
            } else {
                checkAnswer(asked, answer, pointer, violations);
            }
        }
        if (answers.isArray()) {
            survey.questions().stream().filter(question -> question.required() && !answered.contains(question.id()))
                    .forEach(question -> violations
                            .add(new Violation("/answers", "the question " + question.id() + " must be answered")));
        }
    }

    private static void checkAnswer(Question asked, LooseFields answer, String pointer, List<Violation> violations) {
        String field = switch (asked.type()) {
            case RATING, MARK, NPS -> "value";
            case YES_NO, SINGLE_CHOICE, MULTIPLE_CHOICE -> "options";
            case TEXT -> "text";
        };
        if (!answer.has(field)) {
            violations.add(new Violation(pointer + '/' + field, "is required, because the question is a " + asked.type()));
        }
        for (String other : List.of("value", "options", "text")) {
            if (!other.equals(field) && answer.has(other)) {
                violations.add(new Violation(pointer + '/' + other, "does not answer a " + asked.type()));
            }
        }
        BigDecimal value = answer.number("value");
        if (asked.type().hasScale() && value != null) {
            checkMark(asked, value, pointer + "/value", violations);
        }
        JsonNode chosen = answer.json().path("options");
        if (field.equals("options") && chosen.isArray()) {
            checkOptions(asked, chosen, pointer + "/options", violations);
        }
        String text = answer.text("text");
        if (asked.type() == QuestionType.TEXT && text != null && text.isBlank()) {
            violations.add(new Violation(pointer + "/text", "is blank"));
        }
    }

    private static void checkMark(Question asked, BigDecimal value, String pointer, List<Violation> violations) {
        Scale scale = asked.scale();
        if (scale != null && !scale.holds(value)) {
            violations.add(new Violation(pointer, "is not on the scale from " + scale.min().toPlainString() + " to "
                    + scale.max().toPlainString()));
        } else if (asked.type() == QuestionType.NPS && value.stripTrailingZeros().scale() > 0) {
            violations.add(new Violation(pointer, "is not a whole number"));
        }
    }

    private static void checkOptions(Question asked, JsonNode chosen, String pointer, List<Violation> violations) {
        Set<String> offered = asked.type() == QuestionType.YES_NO ? YES_OR_NO
                : asked.options().stream().map(Option::id).collect(Collectors.toCollection(TreeSet::new));
        Set<String> named = new HashSet<>();
        for (int i = 0; i < chosen.size(); i++) {
            String id = chosen.path(i).textValue();
            if (id != null && !offered.contains(id)) {
                violations.add(new Violation(pointer + '/' + i, "is not an option of this question"));
            } else if (id != null && !named.add(id)) {
                violations.add(new Violation(pointer + '/' + i, "is chosen twice"));
            }
        }
        if (asked.type() != QuestionType.MULTIPLE_CHOICE && chosen.size() > 1) {
            violations.add(new Violation(pointer, "a " + asked.type() + " is answered with one"));
        }
    }
}
