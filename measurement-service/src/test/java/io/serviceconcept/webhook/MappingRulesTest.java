package io.serviceconcept.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.serviceconcept.figure.Scale;
import io.serviceconcept.indicator.Audience;
import io.serviceconcept.survey.QuestionType;
import io.serviceconcept.survey.SurveyEvent.Option;
import io.serviceconcept.survey.SurveyEvent.Question;
import io.serviceconcept.survey.SurveyEvent.Wording;
import io.serviceconcept.survey.SurveyVersion;
import io.serviceconcept.webhook.Mapping.MappedChoice;
import io.serviceconcept.webhook.Mapping.MappedField;
import io.serviceconcept.webhook.Mapping.MappedQuestion;

class MappingRulesTest {

    private static final Wording ANY = new Wording("?", null);
    private static final SurveyVersion SURVEY = new SurveyVersion("survey", 1, "Survey", "concept", null, null,
            Instant.EPOCH, Audience.CUSTOMER, 1, List.of(
                    new Question("mark", QuestionType.RATING, ANY, new Scale(BigDecimal.ONE, BigDecimal.TEN), List.of(), true,
                            List.of(), null),
                    new Question("used", QuestionType.MULTIPLE_CHOICE, ANY, null, List.of(new Option("app", ANY, null)), false,
                            List.of(), null),
                    new Question("why", QuestionType.TEXT, ANY, null, List.of(), false, List.of(), null)));

    private static List<String> faults(Mapping mapping) {
        return MappingRules.faults(new SubscriptionContent("Any", Tool.STANDARD, "survey", mapping), SURVEY).stream()
                .map(fault -> fault.pointer() + " " + fault.message()).toList();
    }

    @Test
    void aMappingOfAllThatIsRequiredFits() {
        assertThat(faults(new Mapping(
                List.of(new MappedQuestion("q1", "mark", List.of(new MappedChoice("Very good", "9.5"))),
                        new MappedQuestion("q2", "used", List.of(new MappedChoice("App", "app"))),
                        new MappedQuestion("q3", "why", List.of())),
                List.of(new MappedField("office", "location")), List.of("welcome")))).isEmpty();
    }

    @Test
    void everythingThatIsWrongIsNamed() {
        assertThat(faults(new Mapping(
                List.of(new MappedQuestion("q1", "shoe-size", List.of()),
                        new MappedQuestion("q1", "used",
                                List.of(new MappedChoice("App", "telephone"), new MappedChoice("App", "app"))),
                        new MappedQuestion("q3", "why", List.of(new MappedChoice("a", "b"))),
                        new MappedQuestion("q4", "used", List.of())),
                List.of(new MappedField("office", "colour"), new MappedField("q3", "location")), List.of("q4"))))
                .containsExactlyInAnyOrder("/mapping/questions/0/ours is not a question of this survey",
                        "/mapping/questions/1/theirs occurs twice in the mapping",
                        "/mapping/questions/1/choices/0/ours is not an option of the question",
                        "/mapping/questions/1/choices/1/theirs occurs twice",
                        "/mapping/questions/2/choices an open question has no choices",
                        "/mapping/questions/3/ours is mapped twice",
                        "/mapping/fields/0/ours is none of " + MappingRules.FIELDS,
                        "/mapping/fields/1/theirs occurs twice in the mapping",
                        "/mapping/ignored/0 occurs twice in the mapping",
                        "/mapping/questions the required question mark is missing");
    }

    @Test
    void aMarkLiesOnTheScale() {
        assertThat(faults(new Mapping(List.of(new MappedQuestion("q1", "mark",
                List.of(new MappedChoice("a", "11"), new MappedChoice("b", "good")))), List.of(), List.of())))
                .containsExactly("/mapping/questions/0/choices/0/ours is not on the scale from 1 to 10",
                        "/mapping/questions/0/choices/1/ours is not a number");
    }

    @Test
    void aSurveyThatIsNotThereIsNamed() {
        assertThat(MappingRules.faults(new SubscriptionContent("Any", Tool.STANDARD, "survey",
                new Mapping(List.of(), List.of(), List.of())), null)).containsExactly(
                        new MappingFault("/survey", "is not a known survey"));
    }
}
