package io.serviceconcept.webhook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.Scale;
import io.serviceconcept.survey.QuestionType;
import io.serviceconcept.survey.SurveyEvent;
import io.serviceconcept.survey.SurveyVersion;
import io.serviceconcept.webhook.Mapping.MappedChoice;
import io.serviceconcept.webhook.Mapping.MappedField;
import io.serviceconcept.webhook.Mapping.MappedQuestion;

/** What a mapping must keep to, so that no answer gets lost. */
final class MappingRules {

    /** The fields of a response that a tool may fill. */
    static final List<String> FIELDS = List.of("channel", "touchpoint", "group", "location", "department", "journey",
            "pilot", "customer");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,20}(\\.\\d{1,20})?");

    private final Map<String, SurveyEvent.Question> questions = new HashMap<>();
    private final List<MappingFault> faults = new ArrayList<>();
    private final Set<String> theirs = new HashSet<>();

    private MappingRules(SurveyVersion survey) {
        survey.questions().forEach(question -> questions.put(question.id(), question));
    }

    /**
     * All that is wrong with it.
     *
     * @param survey null when there is none of that id
     */
    static List<MappingFault> faults(SubscriptionContent content, @Nullable SurveyVersion survey) {
        if (survey == null) {
            return List.of(new MappingFault("/survey", "is not a known survey"));
        }
        MappingRules rules = new MappingRules(survey);
        rules.checkQuestions(content.mapping().questions());
        rules.checkFields(content.mapping().fields());
        List<String> ignored = content.mapping().ignored();
        for (int i = 0; i < ignored.size(); i++) {
            rules.checkTheirs("/mapping/ignored/" + i, ignored.get(i));
        }
        rules.checkRequired();
        return rules.faults;
    }

    private void checkQuestions(List<MappedQuestion> mapped) {
        Set<String> ours = new HashSet<>();
        for (int i = 0; i < mapped.size(); i++) {
            String pointer = "/mapping/questions/" + i;
            MappedQuestion question = mapped.get(i);
            checkTheirs(pointer + "/theirs", question.theirs());
            if (!ours.add(question.ours())) {
                faults.add(new MappingFault(pointer + "/ours", "is mapped twice"));
            }
            SurveyEvent.Question asked = questions.get(question.ours());
            if (asked == null) {
                faults.add(new MappingFault(pointer + "/ours", "is not a question of this survey"));
            } else {
                checkChoices(pointer + "/choices", question.choices(), asked);
            }
        }
        questions.keySet().removeAll(ours);
    }

    private void checkTheirs(String pointer, String name) {
        if (!theirs.add(name)) {
            faults.add(new MappingFault(pointer, "occurs twice in the mapping"));
        }
    }

    private void checkChoices(String pointer, List<MappedChoice> choices, SurveyEvent.Question asked) {
        if (asked.type() == QuestionType.TEXT && !choices.isEmpty()) {
            faults.add(new MappingFault(pointer, "an open question has no choices"));
            return;
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < choices.size(); i++) {
            MappedChoice choice = choices.get(i);
            if (!names.add(choice.theirs())) {
                faults.add(new MappingFault(pointer + '/' + i + "/theirs", "occurs twice"));
            }
            String wrong = wrong(choice.ours(), asked);
            if (wrong != null) {
                faults.add(new MappingFault(pointer + '/' + i + "/ours", wrong));
            }
        }
    }

    private static @Nullable String wrong(String ours, SurveyEvent.Question asked) {
        return switch (asked.type()) {
            case RATING, MARK, NPS -> wrongMark(ours, asked.scale());
            case YES_NO -> ours.equals(QuestionType.YES) || ours.equals(QuestionType.NO) ? null : "is yes or no";
            case SINGLE_CHOICE, MULTIPLE_CHOICE ->
                asked.options().stream().anyMatch(option -> option.id().equals(ours)) ? null
                        : "is not an option of the question";
            case TEXT -> null;
        };
    }

    private static @Nullable String wrongMark(String ours, @Nullable Scale scale) {
        if (!NUMBER.matcher(ours).matches()) {
            return "is not a number";
        }
        return scale == null || scale.holds(new BigDecimal(ours)) ? null
                : "is not on the scale from " + scale.min().toPlainString() + " to " + scale.max().toPlainString();
    }

    private void checkFields(List<MappedField> fields) {
        Set<String> ours = new HashSet<>();
        for (int i = 0; i < fields.size(); i++) {
            String pointer = "/mapping/fields/" + i;
            checkTheirs(pointer + "/theirs", fields.get(i).theirs());
            if (!FIELDS.contains(fields.get(i).ours())) {
                faults.add(new MappingFault(pointer + "/ours", "is none of " + FIELDS));
            } else if (!ours.add(fields.get(i).ours())) {
                faults.add(new MappingFault(pointer + "/ours", "is mapped twice"));
            }
        }
    }

    /** Without an answer to these no response is taken in. */
    private void checkRequired() {
        questions.values().stream().filter(SurveyEvent.Question::required).map(SurveyEvent.Question::id).sorted()
                .forEach(id -> faults
                        .add(new MappingFault("/mapping/questions", "the required question " + id + " is missing")));
    }
}
