package io.serviceconcept.response;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import io.serviceconcept.eventsourcing.http.Violation;
import io.serviceconcept.intake.LooseFields;
import io.serviceconcept.survey.SurveyEvent;

/** What a response must keep to beyond its shape: the survey it answers and the clock. */
final class ResponseRules {

    /** How far a sender's clock may be ahead of ours. */
    private static final Duration SKEW = Duration.ofMinutes(2);

    private final SurveyEvent.DrawnUp survey;
    private final Instant now;
    private final Map<String, SurveyEvent.Question> questions;

    ResponseRules(SurveyEvent.DrawnUp survey, Instant now) {
        this.survey = survey;
        this.now = now;
        this.questions = survey.questions().stream()
                .collect(Collectors.toMap(SurveyEvent.Question::id, Function.identity()));
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
                    "lies before the survey came into use, " + survey.inUseFrom()));
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
            SurveyEvent.Question asked = questions.get(question);
            if (asked == null) {
                violations.add(new Violation(pointer + "/question", "is not a question of this survey"));
                continue;
            }
            BigDecimal value = answer.number("value");
            if (value != null && !asked.scale().holds(value)) {
                violations.add(new Violation(pointer + "/value", "is not on the scale from "
                        + asked.scale().min().toPlainString() + " to " + asked.scale().max().toPlainString()));
            }
        }
    }
}
